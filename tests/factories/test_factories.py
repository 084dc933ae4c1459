"""Factories without surprises: what they make could be published as it is."""

import pytest

from program.calls.enums import CallState
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

PAGES = [
    factories.StandardPageFactory,
    factories.ProgramIndexPageFactory,
    factories.ProgramPageFactory,
    factories.CallIndexPageFactory,
    factories.CallPageFactory,
    factories.SpotlightIndexPageFactory,
    factories.SpotlightPageFactory,
]


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_each_page_is_valid_and_can_be_published(make):
    page = make()
    page.full_clean()
    page.save_revision().publish()
    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (True, False)


def test_a_call_is_open_now_unless_told_otherwise():
    assert factories.CallPageFactory(now=NOW).state_at(NOW) == CallState.OPEN
    assert factories.CallPageFactory(now=NOW, closed=True).state_at(NOW) == CallState.CLOSED
    assert factories.CallPageFactory(now=NOW, upcoming=True).state_at(NOW) == CallState.UPCOMING


def test_an_application_went_through_the_form_and_the_service():
    application = factories.ApplicationFactory(name="Somebody else")
    assert (application.name, application.status, len(application.answers)) == ("Somebody else", "received", 1)


@pytest.mark.parametrize("name", ["Editor", "Moderator", "Reader", "Administrator"])
def test_each_account_belongs_to_its_one_group(name):
    user = getattr(factories, f"{name}Factory")()
    assert [group.name for group in user.groups.all()] == [f"{'Call reader' if name == 'Reader' else name}s"]
