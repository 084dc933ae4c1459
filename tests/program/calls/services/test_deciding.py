"""The one door of a status: the table of legal moves, and nothing around it."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import Application, StatusChange
from program.calls.services.deciding import LEGAL_MOVES, IllegalMove, OfferOver, move
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
    """Guard: ``to not in moves_from(current.status, actor)``."""
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


FINAL = {status for status, targets in LEGAL_MOVES.items() if not targets}
OWN_MOVES = {
    *((status, Status.WITHDRAWN) for status in Status if status not in FINAL),
    (Status.OFFERED, Status.ACCEPTED),
    (Status.OFFERED, Status.TURNED_DOWN),
}


def test_two_statuses_are_final():
    assert {Status.TURNED_DOWN, Status.WITHDRAWN} == FINAL


@pytest.mark.parametrize(("from_status", "to"), list(product(Status, Status)))
def test_an_applicant_withdraws_and_answers_an_offer_and_moves_nothing_else(from_status, to):
    """Guard: the actors in ``LEGAL_MOVES``."""
    application = application_that_is(from_status)
    asked = {"application": application, "to": to, "seen": from_status, "actor": Actor.APPLICANT, "at": NOW}
    if (from_status, to) in OWN_MOVES:
        change = move(**asked)
        assert (change.actor, change.by) == (Actor.APPLICANT, None)
    else:
        with pytest.raises(IllegalMove):
            move(**asked)


def test_an_offer_can_be_answered_to_the_end_of_its_last_day_where_the_association_is():
    """Guard: ``is_over`` in ``move``. Two weeks from a noon in winter, the last second in Chicago."""
    application = application_that_is(Status.SHORTLISTED)
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    move(application=application, to=Status.OFFERED, seen=Status.SHORTLISTED, at=noon)
    application.refresh_from_db()
    last = datetime(2026, 12, 5, 5, 59, 59, tzinfo=UTC)
    assert application.offer_until == last
    asked = {"application": application, "to": Status.ACCEPTED, "seen": Status.OFFERED, "actor": Actor.APPLICANT}
    with pytest.raises(OfferOver):
        move(**asked, at=last + timedelta(seconds=1))
    assert move(**asked, at=last).to_status == Status.ACCEPTED


def test_staff_may_take_down_an_answer_that_came_late():
    application = application_that_is(Status.SHORTLISTED)
    move(application=application, to=Status.OFFERED, seen=Status.SHORTLISTED, at=NOW)
    late = NOW + timedelta(days=100)
    move(application=application, to=Status.ACCEPTED, seen=Status.OFFERED, at=late, by=ModeratorFactory())
    assert application.status == Status.ACCEPTED


def test_a_move_leaves_no_pending_decision_behind():
    """Guard: ``forget_pending`` in ``move``."""
    application = application_that_is(Status.SHORTLISTED)
    Application.objects.update(pending_status=Status.OFFERED, pending_at=NOW, pending_why="Strong.")
    move(application=application, to=Status.IN_REVIEW, seen=Status.SHORTLISTED, at=NOW)
    application.refresh_from_db()
    assert (application.pending_status, application.pending_at, application.pending_why) == ("", None, "")


def test_a_move_of_an_application_that_was_deleted_meanwhile_is_refused():
    """Guard: ``locked``."""
    application = application_that_is(Status.RECEIVED)
    Application.objects.all().delete()
    with pytest.raises(IllegalMove, match="deleted"):
        move(application=application, to=Status.IN_REVIEW, seen=Status.RECEIVED, at=NOW)
