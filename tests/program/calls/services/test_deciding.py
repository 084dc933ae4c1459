"""The one door of a status: the table of legal moves, and nothing around it."""

from datetime import timedelta
from itertools import product

import pytest

from program.calls.enums import Status
from program.calls.models import Application, StatusChange
from program.calls.services.deciding import LEGAL_MOVES, IllegalMove, move
from tests.factories import NOW, ApplicationFactory, ModeratorFactory

pytestmark = pytest.mark.django_db

LEGAL = [(from_status, to) for from_status, targets in LEGAL_MOVES.items() for to in targets]
ILLEGAL = [pair for pair in product(Status, Status) if pair not in LEGAL]


def application_that_is(status) -> Application:
    application = ApplicationFactory()
    Application.objects.filter(pk=application.pk).update(status=status)
    application.refresh_from_db()
    return application


def test_every_status_has_its_line_in_the_table():
    assert set(LEGAL_MOVES) == set(Status)


@pytest.mark.parametrize(("from_status", "to"), LEGAL)
def test_a_legal_move_is_made_and_recorded(from_status, to):
    application, editor = application_that_is(from_status), ModeratorFactory()
    change = move(application=application, to=to, seen=from_status, by=editor, at=NOW, why="Because.")
    stored = StatusChange.objects.get(pk=change.pk)
    assert (stored.from_status, stored.to_status, stored.by, stored.at, stored.why) == (
        from_status,
        to,
        editor,
        NOW,
        "Because.",
    )
    assert application.status == to
    assert Application.objects.get(pk=application.pk).status == to


@pytest.mark.parametrize(("from_status", "to"), ILLEGAL)
def test_every_other_move_is_refused_and_changes_nothing(from_status, to):
    """Guard: ``to not in LEGAL_MOVES[current.status]``."""
    application = application_that_is(from_status)
    with pytest.raises(IllegalMove):
        move(application=application, to=to, seen=from_status, by=None, at=NOW)
    assert Application.objects.get(pk=application.pk).status == from_status
    assert StatusChange.objects.count() == 0


def test_a_move_decided_from_an_old_status_is_refused():
    """Both moves are legal by the table; the second was decided on what is no longer so.

    Guard: ``current.status != seen``.
    """
    application = application_that_is(Status.IN_REVIEW)
    stale = Application.objects.get(pk=application.pk)
    move(application=application, to=Status.SHORTLISTED, seen=Status.IN_REVIEW, by=None, at=NOW)
    with pytest.raises(IllegalMove):
        move(application=stale, to=Status.NOT_THIS_TIME, seen=Status.IN_REVIEW, by=None, at=NOW)
    assert Application.objects.get(pk=application.pk).status == Status.SHORTLISTED


def test_the_record_tells_the_whole_way_the_latest_first():
    application = application_that_is(Status.RECEIVED)
    way = [Status.IN_REVIEW, Status.SHORTLISTED, Status.OFFERED, Status.ACCEPTED]
    for hours, to in enumerate(way):
        move(application=application, to=to, seen=application.status, by=None, at=NOW + timedelta(hours=hours))
    assert [change.to_status for change in application.status_changes.all()] == way[::-1]


def test_a_record_outlives_the_account_of_who_made_it():
    application, editor = application_that_is(Status.RECEIVED), ModeratorFactory()
    change = move(application=application, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=editor, at=NOW)
    editor.delete()
    change.refresh_from_db()
    assert (change.by, change.to_status) == (None, Status.IN_REVIEW)
