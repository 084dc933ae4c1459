"""Who looked at an application, and who exported, is recorded."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from program.calls.services import looking
from tests.browsing import text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory

pytestmark = pytest.mark.django_db


def ways(application) -> list[tuple[str, str]]:
    return [(look.by, look.how) for look in looking.looks_at(application)]


def test_opening_an_application_leaves_exactly_one_entry(moderator):
    """Guard: ``ReadView.get`` calls ``record_view``."""
    application = ApplicationFactory()
    moderator.get(f"/admin/calls/application/inspect/{application.pk}/")
    assert ways(application) == [("Mo Derator", "Looked at the application")]


def test_an_entry_holds_the_reference_and_no_name(moderator):
    """Guard: ``title=`` in ``record_view``; without it Wagtail would write down the applicant's name."""
    application = ApplicationFactory(name="Marked Name")
    moderator.get(f"/admin/calls/application/inspect/{application.pk}/")
    assert list(ModelLogEntry.objects.values_list("label", "data")) == [(application.reference, {})]


def test_a_list_of_applications_is_no_look_at_one(moderator):
    application = ApplicationFactory()
    moderator.get("/admin/calls/application/")
    assert ways(application) == []


def test_taking_a_file_says_which_question_it_answered(moderator):
    application = ApplicationFactory()
    looking.record_download(application=application, by=moderator.user, at=NOW, what="Your résumé")
    assert ways(application) == [("Mo Derator", "Downloaded a file: Your résumé")]


def test_an_export_is_a_look_at_each_application_it_held_and_at_no_other(moderator):
    call = CallPageFactory(now=NOW)
    before, after = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
    exported = ApplicationFactory(call=call, arrived_at=before)
    came_later = ApplicationFactory(call=call, arrived_at=after)
    of_another_call = ApplicationFactory(call=CallPageFactory(now=NOW), arrived_at=before)
    looking.record_export(call=call, by=moderator.user, at=NOW, rows=1, columns=["Contact"])
    said = ("Mo Derator", "Exported 1 application with Contact")
    assert [ways(each) for each in (exported, came_later, of_another_call)] == [[said], [], []]


def test_an_export_of_all_calls_is_recorded_once_and_seen_at_each_application(moderator):
    one, other = (
        ApplicationFactory(call=CallPageFactory(now=NOW), arrived_at=NOW),
        ApplicationFactory(call=CallPageFactory(now=NOW), arrived_at=NOW),
    )
    looking.record_export(call=None, by=moderator.user, at=NOW, rows=2, columns=["Contact", "Library"])
    assert PageLogEntry.objects.filter(action="calls.export").count() == 1
    assert ways(one) == ways(other) == [("Mo Derator", "Exported 2 applications with Contact, Library")]


def test_looks_are_told_the_latest_first_on_the_application(moderator):
    application = ApplicationFactory(call=CallPageFactory(now=NOW), arrived_at=NOW)
    looking.record_view(application=application, by=moderator.user, at=NOW)
    looking.record_download(application=application, by=moderator.user, at=NOW + timedelta(minutes=1), what="A file")
    assert [look.how for look in looking.looks_at(application)] == [
        "Downloaded a file: A file",
        "Looked at the application",
    ]
    page = moderator.get(f"/admin/calls/application/inspect/{application.pk}/")
    assert "Downloaded a file: A file" in text_of(page)


def test_the_site_history_of_the_admin_tells_of_looks(moderator):
    looking.record_view(application=ApplicationFactory(), by=moderator.user, at=NOW)
    assert "Looked at the application" in text_of(moderator.get("/admin/reports/site-history/"))
