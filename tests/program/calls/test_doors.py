"""Every address under which an application can be reached × every role. The marker stands for what must not leak."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from program.calls.models import Application, CallReader
from tests.factories import (
    ApplicationFactory,
    CallPageFactory,
    ReaderFactory,
    RegionFactory,
)
from tests.program.calls.roles import ROLES, STAFF, client_of

pytestmark = pytest.mark.django_db

MARKER = "Markerperson"
# Readers have pages of their own (test_reading_doors.py) and don't see the register.
READ_ALL = STAFF
# Each address with the roles that see the marker there; all others see it on no page they end up on.
ADDRESSES = {
    "calls_application_modeladmin_index": READ_ALL,
    "calls_application_modeladmin_inspect": READ_ALL,
    "move_application": READ_ALL,
    "delete_application": READ_ALL,
    "calls_application_modeladmin_create": set(),
    "calls_application_modeladmin_edit": set(),
    "calls_application_modeladmin_delete": set(),
}


@pytest.fixture
def application() -> Application:
    return ApplicationFactory(
        call=CallPageFactory(title="The call"),
        name=MARKER,
        email=f"{MARKER}@example.org",
        region=RegionFactory().pk,
        availability=f"{MARKER} on Tuesdays",
    )


def address_of(name, application) -> str:
    needs_no_key = name.endswith(("_index", "_create"))
    return reverse(name, args=[] if needs_no_key else [application.pk])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ADDRESSES)
def test_the_marker_is_seen_only_through_the_right_doors(application, name, role):
    """Guards: ``ApplicationPermissionHelper``, ``ApplicationRegister.get_queryset``, ``MoveView``."""
    response = client_of(role, application).get(address_of(name, application), follow=True)
    assert (MARKER in response.content.decode()) == (role in ADDRESSES[name])


@pytest.mark.parametrize("role", ROLES)
def test_no_other_page_of_the_admin_gives_the_marker_to_who_may_not_read(application, role):
    """Who reaches a page of the admin without the right to read: history, usage, exports, filters, previews."""
    client = client_of(role, application)
    register = reverse("calls_application_modeladmin_index")
    addresses = [
        f"{register}history/{application.pk}/",
        f"{register}?export=csv",
        f"{register}?export=xlsx",
        f"{register}?q={MARKER.upper()}",
        f"{register}?call__id__exact={application.call_id}",
        f"{register}?o=-1&p=0",
        reverse("export_applications"),
        reverse("asked_for_deletion"),
        reverse("year_report"),
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:usage", args=[application.call_id]),
        f"{reverse('wagtailadmin_pages:usage', args=[application.call_id])}?describe_on_delete=1",
        reverse("wagtailadmin_pages:delete", args=[application.call_id]),
        reverse("wagtailadmin_pages:edit", args=[application.call_id]),
        reverse("wagtailadmin_pages:view_draft", args=[application.call_id]),
        reverse("wagtailsnippets_home_region:usage", args=[application.region_id]),
        reverse("wagtailsnippets_home_region:delete", args=[application.region_id]),
        reverse("wagtailadmin_pages:search") + f"?q={MARKER.upper()}",
        reverse("wagtailadmin_reports:site_history"),
        f"/search/?q={MARKER.upper()}",
        f"/my-answers/{application.pk}/",
        f"/my-answers/{application.reference}/",
        f"/my-answers/{application.secret_digest}/",
        application.call.get_url(),
        "/calls/",
    ]
    seen = [each for each in addresses if MARKER in _all_of(client.get(each, follow=True))]
    if role not in READ_ALL:
        assert seen == []
    else:
        assert [each for each in seen if each.startswith("/my-answers") or not each.startswith("/admin/")] == []


@pytest.mark.parametrize("role", ROLES)
def test_a_status_is_moved_only_by_who_may_decide(application, role):
    """Guard: ``check_action_permitted`` of ``MoveView``."""
    data = {"to": "in_review", "seen": "received", "why": ""}
    client_of(role, application).post(reverse("move_application", args=[application.pk]), data)
    application.refresh_from_db()
    assert application.status == ("in_review" if role in READ_ALL else "received")


@pytest.mark.parametrize("role", ROLES)
def test_an_export_goes_only_to_who_may_decide(application, role):
    """Guard: ``may_export_applications`` in ``export_applications``."""
    choice = {"kind": "csv", "columns": ["contact", "needs"]}
    response = client_of(role, application).post(reverse("export_applications"), choice, follow=True)
    assert (MARKER in _all_of(response)) == (role in READ_ALL)


@pytest.mark.parametrize("role", ROLES)
def test_an_application_is_deleted_only_by_who_may(application, role):
    """Guard: ``may_delete_application`` in ``delete_application``."""
    client_of(role, application).post(reverse("delete_application", args=[application.pk]), {"why": "by_staff"})
    assert Application.objects.filter(pk=application.pk).exists() == (role not in READ_ALL)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["create", "edit", "delete"])
def test_nobody_writes_edits_or_deletes_an_answer_in_the_admin(application, role, action):
    name = f"calls_application_modeladmin_{action}"
    client_of(role, application).post(address_of(name, application), {"name": "Changed", "email": "x@example.org"})
    assert list(Application.objects.filter(call=application.call).values_list("name", flat=True)) == [MARKER]


@pytest.mark.parametrize("role", ROLES)
def test_the_register_is_in_the_menu_of_those_who_keep_it(application, role):
    home = client_of(role, application).get(reverse("wagtailadmin_home"), follow=True)
    register = reverse("calls_application_modeladmin_index")
    assert (f'"url": "{register}"' in home.content.decode()) == (role in READ_ALL)


def test_an_account_reads_for_a_call_once(application):
    """Guard: the unique constraint; without it a reader would see each answer twice."""
    user = ReaderFactory()
    CallReader.objects.create(page=application.call, user=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        CallReader.objects.create(page=application.call, user=user)
    assert list(Application.objects.readable_by(user)) == [application]


def _all_of(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode(errors="replace")
