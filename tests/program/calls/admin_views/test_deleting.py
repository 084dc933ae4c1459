"""Deleting one application before its time, by staff."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from program.calls.models import Application, ApplicationCount
from tests.browsing import form_in, send, soup, text_of
from tests.factories import (
    NOW,
    AdministratorFactory,
    ApplicationFactory,
    EditorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db

ASKED = "/admin/calls/application/asked-for-deletion/"


def address_of(application) -> str:
    return reverse("delete_application", args=[application.pk])


def test_the_page_of_an_application_leads_to_deleting_it_which_asks_first(moderator):
    application = ApplicationFactory()
    page = moderator.get(f"/admin/calls/application/inspect/{application.pk}/")
    address = soup(page).find("a", string="Delete this application")["href"]
    assert "Goes at once and for good" in text_of(moderator.get(address))
    assert Application.objects.count() == 1


def test_what_is_deleted_is_gone_counted_and_recorded_with_its_reason(moderator):
    application = ApplicationFactory()
    page = moderator.get(address_of(application))
    assert form_in(page)["why"] == ["by_staff"]
    answer = send(moderator, address_of(application), form_in(page), follow=True)
    assert f"The application {application.reference} is deleted." in text_of(answer)
    assert (Application.objects.count(), ApplicationCount.objects.count()) == (0, 1)
    entry = PageLogEntry.objects.get(action="calls.delete")
    assert (entry.user, entry.data["why"]) == (moderator.user, "by decision of staff")


def test_who_asked_to_be_deleted_waits_on_the_front_page_until_it_is_done(moderator):
    application = ApplicationFactory()
    ApplicationFactory()
    Application.objects.filter(pk=application.pk).update(deletion_asked_at=NOW)
    assert "1 applicant who asked to be deleted" in text_of(moderator.get("/admin/"))
    listed = soup(moderator.get(ASKED)).select("tbody a")
    assert [(each["href"], each.get_text()) for each in listed] == [(address_of(application), application.reference)]
    page = moderator.get(address_of(application))
    assert form_in(page)["why"] == ["asked_for"]
    send(moderator, address_of(application), form_in(page))
    assert "Nobody has asked for it" in text_of(moderator.get(ASKED))


def test_a_reason_that_is_none_deletes_nothing(moderator):
    application = ApplicationFactory()
    for why in ({}, {"why": "zzz"}):
        assert moderator.post(address_of(application), why).status_code == 200
    assert Application.objects.count() == 1


def test_an_application_that_is_gone_answers_not_found(moderator):
    application = ApplicationFactory()
    address = address_of(application)
    application.delete()
    assert moderator.post(address, {"why": "by_staff"}).status_code == 404


def test_ones_own_application_is_for_others_to_delete(moderator):
    """Guard: ``readable_by`` in both views."""
    own = ApplicationFactory(email=moderator.user.email)
    Application.objects.update(deletion_asked_at=NOW)
    assert moderator.get(address_of(own)).status_code == 404
    assert "Nobody has asked for it" in text_of(moderator.get(ASKED))


def test_administrators_may_delete_as_well(client):
    client.force_login(AdministratorFactory())
    assert client.get(address_of(ApplicationFactory())).status_code == 200


@pytest.mark.parametrize("factory", [EditorFactory, ReaderFactory])
def test_whoever_does_not_decide_deletes_nothing(client, factory):
    """Guard: ``may_delete_application`` in both views."""
    user, application = factory(), ApplicationFactory(name="Marked Name")
    application.call.readers.create(user=user)
    client.force_login(user)
    for answer in (
        client.get(ASKED),
        client.get(address_of(application)),
        client.post(address_of(application), {"why": "by_staff"}),
    ):
        assert answer.status_code == 302
        assert b"Marked Name" not in answer.content
    assert Application.objects.count() == 1
