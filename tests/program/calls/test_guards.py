"""What was answered can't be deleted by accident: singly, in bulk, or with a page above it."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page

from program.calls.models import Application, CallPage
from tests.browsing import text_of
from tests.factories import AdministratorFactory, ApplicationFactory, CallPageFactory, HomePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(AdministratorFactory())
    return client


def delete_in_bulk(client, *pages):
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{address}?{ids}&next={reverse('wagtailadmin_explore_root')}", follow=True)


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


@pytest.mark.parametrize("remove", [delete, delete_in_bulk])
def test_a_page_above_a_call_that_was_answered_stays_and_the_reason_is_told(administrator, remove):
    """Guards: the two hooks of ``program.calls.guards``."""
    call = ApplicationFactory().call
    response = remove(administrator, call.get_parent())
    assert "“Open calls” can't be deleted: 1 applications belong to it." in text_of(response, "body")
    assert CallPage.objects.filter(pk=call.pk).exists()
    assert Application.objects.count() == 1


@pytest.mark.parametrize("remove", [delete, delete_in_bulk])
def test_a_call_that_was_answered_stays(administrator, remove):
    """In bulk Wagtail itself refuses: the call is referred to by what may not lose it."""
    call = ApplicationFactory().call
    assert remove(administrator, call).status_code == 200
    assert CallPage.objects.filter(pk=call.pk).exists()
    assert Application.objects.count() == 1


@pytest.mark.parametrize("remove", [delete, delete_in_bulk])
def test_a_call_that_nobody_answered_is_deleted(administrator, remove):
    call = CallPageFactory()
    remove(administrator, call)
    assert not Page.objects.filter(pk=call.pk).exists()


def test_of_pages_ticked_together_none_is_deleted_when_one_must_stay(administrator):
    answered, other = ApplicationFactory().call, CallPageFactory()
    delete_in_bulk(administrator, answered, other)
    assert set(CallPage.objects.all()) == {answered, other}


def test_even_past_the_admin_the_database_keeps_what_was_answered():
    """Guard: ``on_delete=PROTECT``."""
    call = ApplicationFactory().call
    for page in (call, call.get_parent(), HomePageFactory()):
        with pytest.raises(ProtectedError), transaction.atomic():
            page.delete()
    assert CallPage.objects.get() == call
