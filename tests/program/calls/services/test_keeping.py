"""Deleted on time, everywhere."""

import logging
from contextlib import suppress
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings as site
from django.db import transaction
from wagtail.models import PageLogEntry

from program.calls.enums import DeletionReason, Status
from program.calls.models import Application, ApplicationCount, Appointment, Draft, LateCode, NameForward
from program.calls.services import appointing, deciding, erasing, keeping
from program.files.models import PrivateFile
from program.letters.enums import LetterState
from program.letters.models import Letter
from program.links.models import PersonalLink
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory, RegionFactory

from .planting import ADDRESS, MARKER, files_with, plant, tables_with

pytestmark = pytest.mark.django_db

HOLDS_IT = {
    "calls_announceddecision",
    "calls_application",
    "calls_appointment",
    "calls_conflict",
    "calls_draft",
    "calls_latecode",
    "calls_nameforward",
    "calls_reading",
    "calls_score",
    "calls_statuschange",
    "files_privatefile",
    "letters_letter",
    "letters_lettertry",
    "wagtailcore_modellogentry",
    "wagtailcore_revision",
}


class Killed(BaseException):
    """The process ends here, as when its machine is switched off."""


def left_behind(private_folder) -> tuple[set[str], list]:
    return tables_with(MARKER), files_with(MARKER, private_folder, site.MEDIA_ROOT)


def test_after_the_last_day_no_word_of_an_application_is_left_anywhere(private_folder, caplog):
    """Guard: ``delete_with_traces`` and what ``delete_application`` calls before it; take a line away and a
    table or a file of the list above still holds the marker."""
    plant(NOW)
    assert tables_with(MARKER) == HOLDS_IT
    assert len(files_with(MARKER, private_folder)) == 6
    with caplog.at_level(logging.DEBUG):
        assert keeping.delete_due(at=NOW)["applications"] == 1
    assert left_behind(private_folder) == (set(), [])
    assert MARKER not in caplog.text
    assert not PersonalLink.objects.exists()


def test_nothing_is_left_either_when_one_application_goes_before_its_time(private_folder):
    """Guard: ``beside`` in ``delete_application``; the time of the call is not over, so no chore comes after."""
    application = plant(NOW, call_was_open_days_ago=1)
    keeping.delete_application(application=application, at=NOW, why=DeletionReason.ASKED_FOR)
    assert left_behind(private_folder) == (set(), [])


STEPS = ["shred", "_count", "_forget_appointment", "log", "delete_with_traces"]


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("turn", [1, 2, 3, 4])
def test_killed_at_any_step_and_run_again_it_ends_clean(private_folder, monkeypatch, step, before, turn):
    """Guard: files go first and the rest is one transaction; each step can be repeated."""
    plant(NOW)
    real, calls = getattr(keeping, step), []

    def dying(*args, **kwargs):
        calls.append(step)
        if before and len(calls) == turn:
            raise Killed
        result = real(*args, **kwargs)
        if len(calls) == turn:
            raise Killed
        return result

    monkeypatch.setattr(keeping, step, dying)
    with suppress(Killed):
        keeping.delete_due(at=NOW)
    monkeypatch.setattr(keeping, step, real)
    keeping.delete_due(at=NOW)
    assert left_behind(private_folder) == (set(), [])
    assert ApplicationCount.objects.count() == 1


def test_the_last_day_still_belongs_to_the_applicant():
    """By the day where the association is: at this moment it is the next day in UTC already."""
    kept = ApplicationFactory()
    Application.objects.update(keep_until=date(2027, 3, 1))
    late_that_day = NOW.replace(hour=23) + timedelta(hours=5)
    keeping.delete_due(at=late_that_day)
    assert list(Application.objects.all()) == [kept]
    keeping.delete_due(at=late_that_day + timedelta(hours=2))
    assert not Application.objects.exists()


def test_a_thin_row_stays_with_the_week_and_no_way_back(private_folder):
    call = CallPageFactory(now=NOW)
    application = ApplicationFactory(
        call=call, arrived_at=NOW + timedelta(days=3), library_type="school", region=RegionFactory(name="Upriver").pk
    )
    moves = ((Status.IN_REVIEW, 4), (Status.NOT_THIS_TIME, 10), (Status.IN_REVIEW, 12), (Status.OFFERED, 14))
    for to, days in moves:
        seen = Application.objects.get().status
        deciding.move(application=application, to=to, seen=seen, by=None, at=NOW + timedelta(days=days))
    count = keeping.delete_application(application=application, at=NOW, why=DeletionReason.BY_STAFF)
    assert (count.call, count.week, count.status, count.library_type, count.region, count.days_to_answer) == (
        call,
        date(2027, 3, 1),
        "offered",
        "school",
        "Upriver",
        7,
    )
    assert {field.name for field in ApplicationCount._meta.fields} & {"reference", "received_at", "name"} == set()


def test_a_name_published_with_a_yes_stays(private_folder):
    application = ApplicationFactory()
    Application.objects.update(status=Status.ACCEPTED, name=MARKER)
    appointing.record_yes(application=application, name="Chosen Name", library="", at=NOW)
    keeping.delete_application(application=application, at=NOW, why=DeletionReason.TIME_OVER)
    assert list(Appointment.objects.values_list("name", "application")) == [("Chosen Name", None)]
    assert tables_with(MARKER) == set()


def test_other_applications_to_the_same_call_stay_untouched(private_folder):
    gone = plant(NOW)
    other = ApplicationFactory(call=gone.call)
    keeping.delete_application(application=gone, at=NOW, why=DeletionReason.ASKED_FOR)
    assert list(Application.objects.all()) == [other]


def test_the_history_of_the_call_says_that_one_was_deleted_why_and_by_whom():
    application, moderator = ApplicationFactory(), ModeratorFactory()
    keeping.delete_application(application=application, at=NOW, why=DeletionReason.ASKED_FOR, by=moderator)
    entry = PageLogEntry.objects.get(action="calls.delete")
    assert (entry.user, entry.page_id, entry.message) == (
        moderator,
        application.call_id,
        f"Deleted the application {application.reference}: its applicant asked for it",
    )


def test_whoever_comes_second_deletes_nothing_and_counts_nothing():
    application = ApplicationFactory()
    first, second = (
        keeping.delete_application(application=application, at=NOW, why=DeletionReason.BY_STAFF) for _ in range(2)
    )
    assert (first is None, second) == (False, None)
    assert ApplicationCount.objects.count() == 1


def test_one_that_cannot_be_deleted_holds_up_nothing_else_and_is_told(monkeypatch, caplog):
    stubborn, other = ApplicationFactory(name=MARKER), ApplicationFactory()
    Application.objects.update(keep_until=date(2027, 2, 1))
    real = keeping._count

    def refusing(application, at):
        if application.pk == stubborn.pk:
            raise RuntimeError("The disk is full")
        return real(application, at)

    monkeypatch.setattr(keeping, "_count", refusing)
    assert keeping.delete_due(at=NOW)["applications"] == 1
    assert not Application.objects.filter(pk=other.pk).exists()
    assert f"application {stubborn.pk} could not be deleted" in caplog.text
    assert MARKER not in caplog.text


def test_no_more_than_the_limit_goes_in_one_round():
    for _ in range(3):
        ApplicationFactory()
    Application.objects.update(keep_until=date(2027, 2, 1))
    assert [keeping.delete_due(at=NOW, limit=2)["applications"] for _ in range(3)] == [2, 1, 0]


def test_drafts_go_when_they_expire_with_their_files_and_letters(private_folder):
    application = plant(NOW)
    Draft.objects.update(secret_digest="d" * 64, expires_at=NOW)
    PrivateFile.objects.filter(holder=application.secret_digest, content_type=None).update(holder="d" * 64)
    Application.objects.update(keep_until=NOW.date())
    assert keeping.delete_due(at=NOW)["drafts"] == 1
    assert not Letter.objects.filter(unique_key=f"{MARKER}-draft").exists()
    assert not PrivateFile.objects.filter(holder="d" * 64).exists()


def test_the_letter_that_tells_of_a_deletion_goes_when_it_is_sent_and_after_a_week_in_any_case(private_folder):
    """Guard: the end of ``delete_due``; without it the last letter would keep name and address for two years."""
    for _ in range(2):
        application = ApplicationFactory()
        Application.objects.filter(pk=application.pk).update(name=MARKER, email=ADDRESS)
        with transaction.atomic():
            assert erasing.ask(application=Application.objects.get(pk=application.pk), at=NOW)
    sent, stuck = Letter.objects.filter(kind=keeping.LAST_LETTER)
    Letter.objects.filter(pk=sent.pk).update(state=LetterState.SENT)
    keeping.delete_due(at=NOW + timedelta(days=6))
    assert list(Letter.objects.filter(kind=keeping.LAST_LETTER)) == [stuck]
    keeping.delete_due(at=NOW + timedelta(days=8))
    assert tables_with(MARKER) == set()


def test_names_put_forward_and_late_codes_go_when_the_time_of_their_call_is_over(private_folder):
    for days in (420, 300):
        call = CallPageFactory(now=NOW - timedelta(days=days), kept_months=12)
        NameForward.objects.create(
            call=call, colleague_name=MARKER, colleague_email=ADDRESS, by_name="By", by_email=ADDRESS, why="", at=NOW
        )
        LateCode.objects.create(call=call, who_for="One", code_digest=str(days), opens_until=NOW, made_at=NOW)
    done = keeping.delete_due(at=NOW)
    assert (done["names put forward"], done["late codes"]) == (1, 1)
    assert (NameForward.objects.get().call, LateCode.objects.get().call) == (call, call)


def test_answers_from_before_got_the_last_day_and_the_promises_of_their_call():
    migration = import_module("program.calls.migrations.0007_give_older_answers_a_last_day")
    call = CallPageFactory(now=NOW, closes_at=NOW.replace(month=8, day=31), kept_months=6)
    promised = Application.objects.filter(pk=ApplicationFactory(call=call).pk).values("keep_until", "terms")
    before = promised.get()
    Application.objects.update(keep_until=None, terms={})
    migration.write_down(apps, None)
    assert promised.get() == before
    assert before["keep_until"] == date(2028, 2, 29)
