"""Readers at once, on a real PostgreSQL: one reading each, and a conflict that wins."""

import pytest

from program.calls.models import Application, Conflict, Reading, Score, StatusChange
from program.calls.services import reading
from program.letters.models import Letter
from tests.factories import NOW, ApplicationFactory, CallReaderFactory, ModeratorFactory
from tests.racing import ROUNDS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def save(application, reader, score):
    """What becomes of a save, in a word."""
    try:
        reading.record(
            application=Application.objects.get(pk=application.pk),
            reader=reader,
            recommendation="yes",
            scores={"Clear": score},
            comment=str(score),
            at=NOW,
        )
    except reading.NotTheirsToRead:
        return "closed"
    return "saved"


def test_ten_saves_of_one_reader_are_one_reading_with_the_scores_of_one_of_them():
    """Guard: the lock on the application in ``_locked_for``."""
    for _ in range(ROUNDS):
        application = ApplicationFactory()
        reader = CallReaderFactory(page=application.call).user
        results = at_once(lambda index, a=application, r=reader: save(a, r, index % 5 + 1), 10)
        kept = Reading.objects.get(application=application)
        assert set(results) == {"saved"}
        assert [str(score.value) for score in Score.objects.filter(reading=kept)] == [kept.comment]


def test_first_readings_at_once_move_the_application_once():
    for _ in range(ROUNDS):
        application = ApplicationFactory()
        readers = [CallReaderFactory(page=application.call).user for _ in range(5)]
        results = at_once(lambda index, a=application, r=readers: save(a, r[index], 3), 5)
        application.refresh_from_db()
        assert set(results) == {"saved"}
        assert application.status == "in_review"
        assert StatusChange.objects.filter(application=application).count() == 1


def test_a_conflict_declared_while_saving_wins():
    """Guard: the application is locked before it is asked whether the reader may read it."""
    for _ in range(ROUNDS):
        application = ApplicationFactory()
        reader = CallReaderFactory(page=application.call).user

        def act(index, application=application, reader=reader):
            if index:
                return save(application, reader, 3)
            reading.declare_conflict(application=application, reader=reader, why="", at=NOW)
            return "declared"

        at_once(act, 4)
        assert Conflict.objects.filter(application=application, reader=reader).count() == 1
        assert not Reading.objects.filter(application=application).exists()


def test_two_who_remind_at_once_write_one_letter_to_each():
    """Guard: the unique key of the letter."""
    for _ in range(ROUNDS):
        call = ApplicationFactory().call
        reader = CallReaderFactory(page=call).user
        editors = ModeratorFactory.create_batch(2)
        at_once(lambda index, c=call, r=reader, e=editors: reading.remind(call=c, readers=[r], by=e[index], at=NOW), 2)
        assert Letter.objects.filter(kind="reading_reminder", to=reader.email).count() == 1
