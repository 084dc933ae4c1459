"""Readings: written, changed, given up for a conflict; and the letters that remind of them."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from program.calls.enums import Recommendation, Status
from program.calls.models import Application, CallReader, Conflict, Reading, StatusChange
from program.calls.services import deciding, reading
from program.letters.models import Letter
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    CallReaderFactory,
    CriterionFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def application() -> Application:
    return ApplicationFactory(call=CallPageFactory(now=NOW, title="Sample jury"))


@pytest.fixture
def reader(application):
    return CallReaderFactory(page=application.call).user


def record(application, reader, **changes) -> Reading:
    said = {"recommendation": Recommendation.YES, "scores": {"Clear": 4}, "comment": "Good.", "at": NOW} | changes
    return reading.record(application=application, reader=reader, **said)


def scores_of(a_reading) -> dict:
    return {score.criterion: score.value for score in a_reading.scores.all()}


# --- Saying what one thinks


def test_a_reading_keeps_what_was_said(application, reader):
    record(application, reader, scores={"Clear": 4, "New": 2})
    kept = Reading.objects.get()
    assert (kept.application, kept.reader, kept.recommendation, kept.comment, kept.at) == (
        application, reader, Recommendation.YES, "Good.", NOW,
    )  # fmt: skip
    assert scores_of(kept) == {"Clear": 4, "New": 2}


def test_a_second_reading_takes_the_place_of_the_first(application, reader):
    record(application, reader, scores={"Clear": 4, "New": 2})
    later = NOW + timedelta(days=1)
    record(application, reader, recommendation=Recommendation.NO, scores={"Clear": 1}, comment="", at=later)
    kept = Reading.objects.get()
    assert (kept.recommendation, kept.comment, kept.at) == (Recommendation.NO, "", later)
    assert scores_of(kept) == {"Clear": 1}


def test_the_first_reading_moves_the_application_to_review_and_the_second_does_not(application, reader):
    record(application, reader)
    record(application, CallReaderFactory(page=application.call).user)
    application.refresh_from_db()
    [change] = StatusChange.objects.all()
    assert application.status == Status.IN_REVIEW
    assert application.public_status == "Being read"
    assert (change.from_status, change.to_status, change.by, change.at) == (
        Status.RECEIVED, Status.IN_REVIEW, reader, NOW,
    )  # fmt: skip


def test_a_reading_leaves_a_shortlisted_application_where_it_is(application, reader):
    deciding.move(application=application, to=Status.SHORTLISTED, seen=Status.RECEIVED, by=None, at=NOW)
    record(application, reader)
    application.refresh_from_db()
    assert application.status == Status.SHORTLISTED


@pytest.mark.parametrize("decision", [Status.OFFERED, Status.WAITLISTED, Status.NOT_THIS_TIME])
def test_after_the_decision_nothing_is_written_or_changed(application, reader, decision):
    """Guard: ``UNDECIDED`` in ``record``."""
    record(application, reader)
    deciding.move(application=application, to=decision, seen=Status.IN_REVIEW, by=None, at=NOW)
    with pytest.raises(reading.Decided):
        record(application, reader, comment="Changed")
    assert Reading.objects.get().comment == "Good."


@pytest.mark.parametrize("case", ["no reader", "reader of another call", "moderator", "own", "conflict", "shut"])
def test_who_may_not_read_writes_nothing(application, reader, case):
    """Guard: ``to_read_by`` in ``_locked_for``."""
    who = {"no reader": ReaderFactory, "moderator": ModeratorFactory}.get(case, lambda: reader)()
    if case == "reader of another call":
        who = CallReaderFactory().user
    elif case == "own":
        reader.email = application.email.upper()
    elif case == "conflict":
        Conflict.objects.create(application=application, reader=reader, at=NOW)
    elif case == "shut":
        reader.is_active = False
    reader.save()
    with pytest.raises(reading.NotTheirsToRead):
        record(application, who)
    with pytest.raises(reading.NotTheirsToRead):
        reading.declare_conflict(application=application, reader=who, why="", at=NOW)
    application.refresh_from_db()
    assert (Reading.objects.count(), application.status) == (0, Status.RECEIVED)


def test_a_withdrawn_or_deleted_application_is_nobodys_to_read(application, reader):
    deciding.move(application=application, to=Status.WITHDRAWN, seen=Status.RECEIVED, by=None, at=NOW)
    with pytest.raises(reading.NotTheirsToRead):
        record(application, reader)
    Application.objects.filter(pk=application.pk).delete()
    with pytest.raises(reading.NotTheirsToRead):
        record(application, reader)


# --- A conflict of interest


def test_a_conflict_closes_the_application_to_that_reader_alone_and_takes_the_reading_along(application, reader):
    other = CallReaderFactory(page=application.call).user
    record(application, reader)
    record(application, other)
    reading.declare_conflict(application=application, reader=reader, why="We share an office.", at=NOW)
    assert list(Application.objects.to_read_by(reader)) == []
    assert list(Application.objects.to_read_by(other)) == [application]
    assert [each.reader for each in Reading.objects.all()] == [other]
    kept = Conflict.objects.get()
    assert (kept.application, kept.reader, kept.why, kept.at) == (application, reader, "We share an office.", NOW)


def test_a_conflict_is_in_the_log_without_name_and_reason(application, reader):
    reading.declare_conflict(application=application, reader=reader, why="We share an office.", at=NOW)
    [entry] = ModelLogEntry.objects.filter(action="calls.conflict")
    assert (entry.user, entry.timestamp, entry.label, entry.data) == (reader, NOW, application.reference, {})


def test_a_conflict_is_declared_once(application, reader):
    reading.declare_conflict(application=application, reader=reader, why="", at=NOW)
    with pytest.raises(reading.NotTheirsToRead):
        reading.declare_conflict(application=application, reader=reader, why="", at=NOW)
    assert Conflict.objects.count() == 1


# --- Reminding


def test_a_reminder_goes_to_who_has_something_left_and_says_how_much(application, reader):
    ApplicationFactory(call=application.call)
    done = CallReaderFactory(page=application.call).user
    for each in Application.objects.all():
        record(each, done)
    written = reading.remind(call=application.call, readers=[reader, done], by=None, at=NOW)
    [letter] = Letter.objects.filter(kind="reading_reminder")
    assert (written, letter.to, letter.subject) == (1, reader.email, "Applications to read: Sample jury")
    assert "“Sample jury”, and 2 applications wait for you" in letter.text
    assert f"/admin/to-read/{application.call_id}/" in letter.text


def test_the_dry_run_shows_the_letters_word_for_word_and_writes_none(application, reader):
    [shown] = reading.reminders(call=application.call, readers=[reader], at=NOW)
    assert not Letter.objects.filter(kind="reading_reminder").exists()
    reading.remind(call=application.call, readers=[reader], by=None, at=NOW)
    letter = Letter.objects.get(kind="reading_reminder")
    assert (shown.text, shown.subject, shown.reader.email) == (letter.text, letter.subject, letter.to)


def test_a_reader_is_reminded_once_a_day_and_again_the_next(application, reader):
    """Guard: the unique key of the letter."""
    times = [NOW, NOW + timedelta(hours=1), NOW + timedelta(days=1)]
    counts = [reading.remind(call=application.call, readers=[reader], by=None, at=at) for at in times]
    assert (counts, Letter.objects.filter(kind="reading_reminder").count()) == ([1, 0, 1], 2)


def test_nobody_is_reminded_who_is_no_reader_has_no_address_or_only_closed_ones(application, reader):
    nameless = CallReaderFactory(page=application.call, user=ReaderFactory(email="")).user
    gone = CallReaderFactory(page=application.call)
    CallReader.objects.filter(pk=gone.pk).delete()
    reading.declare_conflict(application=application, reader=reader, why="", at=NOW)
    readers = [reader, nameless, gone.user, ModeratorFactory()]
    assert reading.remind(call=application.call, readers=readers, by=None, at=NOW) == 0


def test_who_reminded_is_in_the_log_of_the_call(application, reader):
    moderator = ModeratorFactory()
    reading.remind(call=application.call, readers=[reader], by=moderator, at=NOW)
    [entry] = PageLogEntry.objects.filter(page=application.call_id, action="calls.remind")
    assert (entry.user, entry.data) == (moderator, {"letters": 1})


def test_a_criterion_that_was_renamed_keeps_the_scores_given_under_its_old_name(reader, application):
    criterion = CriterionFactory(name="Clear", page=application.call)
    criterion.save()
    record(application, reader, scores={"Clear": 5})
    criterion.name = "Clearly said"
    criterion.save()
    assert scores_of(Reading.objects.get()) == {"Clear": 5}
