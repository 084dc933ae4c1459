"""Reads of calls and applications: each by the clock it is given, to the second."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from program.calls.enums import CallKind, CallState, Meetings, Status
from program.calls.models import Application, CallPage, CallReader
from program.calls.services import deciding
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    SuperuserFactory,
)

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
CENTRAL = ZoneInfo("America/Chicago")


@pytest.fixture
def call():
    return CallPageFactory(opens_at=NOW - timedelta(days=20), closes_at=NOW)


def titles(calls):
    return [call.title for call in calls]


def test_accepting_has_a_call_in_its_first_second(call):
    assert list(CallPage.objects.accepting(at=call.opens_at)) == [call]


def test_accepting_leaves_out_a_call_that_opens_in_a_second(call):
    assert list(CallPage.objects.accepting(at=call.opens_at - SECOND)) == []


def test_accepting_has_a_call_in_its_last_second(call):
    # Guard: ``closes_at__gte``; with ``gt`` this fails.
    assert list(CallPage.objects.accepting(at=call.closes_at)) == [call]


def test_accepting_leaves_out_a_call_that_closed_a_second_ago(call):
    assert list(CallPage.objects.accepting(at=call.closes_at + SECOND)) == []


@pytest.mark.parametrize("moment", ["opens_at", "closes_at"])
@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_a_call_is_in_the_one_list_that_its_state_names(call, moment, seconds):
    at = getattr(call, moment) + seconds * SECOND
    lists = {
        CallState.UPCOMING: CallPage.objects.upcoming(at=at),
        CallState.OPEN: CallPage.objects.accepting(at=at).exclude(pk__in=CallPage.objects.closing_soon(at=at)),
        CallState.CLOSING_SOON: CallPage.objects.closing_soon(at=at),
        CallState.CLOSED: CallPage.objects.closed(at=at),
    }
    assert [state for state, calls in lists.items() if call in calls] == [call.state_at(at)]


def test_a_call_closes_soon_from_a_week_before_to_the_second():
    call = CallPageFactory(opens_at=NOW - timedelta(days=20), closes_at=NOW + timedelta(days=7))
    assert call.state_at(NOW - SECOND) == CallState.OPEN
    assert call.state_at(NOW) == CallState.CLOSING_SOON
    assert list(CallPage.objects.closing_soon(at=NOW - SECOND)) == []
    assert list(CallPage.objects.closing_soon(at=NOW)) == [call]


@pytest.mark.parametrize(
    ("closes_at", "in_utc"),
    [
        (datetime(2027, 3, 14, 23, 59, tzinfo=CENTRAL), datetime(2027, 3, 15, 4, 59, tzinfo=UTC)),
        (datetime(2027, 11, 7, 23, 59, tzinfo=CENTRAL), datetime(2027, 11, 8, 5, 59, tzinfo=UTC)),
    ],
    ids=["clocks go forward", "clocks go back"],
)
def test_on_the_days_the_clocks_change_a_call_closes_at_the_local_second(closes_at, in_utc):
    call = CallPageFactory(opens_at=closes_at - timedelta(days=20), closes_at=closes_at)
    call.refresh_from_db()
    assert call.closes_at == in_utc
    states = [call.state_at(in_utc + seconds * SECOND) for seconds in (-1, 0, 1)]
    assert states == [CallState.CLOSING_SOON, CallState.CLOSING_SOON, CallState.CLOSED]


def test_a_call_that_closes_in_the_night_of_the_change_is_open_the_hours_in_between():
    """From 1 am to 4 am of March 14 are two hours, for the clock skips one."""
    call = CallPageFactory(
        opens_at=datetime(2027, 3, 14, 1, 0, tzinfo=CENTRAL), closes_at=datetime(2027, 3, 14, 4, 0, tzinfo=CENTRAL)
    )
    call.refresh_from_db()
    assert call.closes_at - call.opens_at == timedelta(hours=2)


def test_lists_put_first_what_comes_next():
    for days in (3, 1, 2):
        CallPageFactory(title=f"closes in {days}", now=NOW, closes_at=NOW + timedelta(days=days))
        CallPageFactory(title=f"opens in {days}", opens_at=NOW + timedelta(days=days), closes_at=NOW + timedelta(9))
        CallPageFactory(title=f"closed {days} ago", opens_at=NOW - timedelta(20), closes_at=NOW - timedelta(days=days))
    assert titles(CallPage.objects.accepting(at=NOW)) == ["closes in 1", "closes in 2", "closes in 3"]
    assert titles(CallPage.objects.upcoming(at=NOW)) == ["opens in 1", "opens in 2", "opens in 3"]
    assert titles(CallPage.objects.closed(at=NOW)) == ["closed 1 ago", "closed 2 ago", "closed 3 ago"]


def test_matching_keeps_the_calls_that_fit_every_filter():
    fits = CallPageFactory(kind=CallKind.PANEL, newcomers_welcome=True, meetings=Meetings.VIRTUAL)
    CallPageFactory(kind=CallKind.BOARD, newcomers_welcome=True, meetings=Meetings.VIRTUAL)
    CallPageFactory(kind=CallKind.PANEL, newcomers_welcome=False, meetings=Meetings.VIRTUAL)
    CallPageFactory(kind=CallKind.PANEL, newcomers_welcome=True, meetings=Meetings.IN_PERSON)
    filters = {"kind": CallKind.PANEL, "newcomers": True, "virtual": True}
    assert list(CallPage.objects.matching(filters)) == [fits]
    assert CallPage.objects.matching({}).count() == 4


def test_a_call_owes_an_answer_from_the_day_after_it_was_promised():
    application = ApplicationFactory(call=CallPageFactory(now=NOW, closed=True, hear_by=date(2027, 3, 10)))
    assert list(CallPage.objects.owing_an_answer(on=date(2027, 3, 10))) == []
    assert list(CallPage.objects.owing_an_answer(on=date(2027, 3, 11))) == [application.call]


def test_a_call_owes_nothing_once_everybody_is_decided_on():
    call = CallPageFactory(now=NOW, closed=True, hear_by=date(2027, 3, 10))
    for to in (Status.NOT_THIS_TIME, Status.OFFERED):
        deciding.move(application=ApplicationFactory(call=call), to=to, seen=Status.RECEIVED, by=None, at=NOW)
    assert list(CallPage.objects.owing_an_answer(on=date(2027, 3, 11))) == []


def test_a_call_with_two_undecided_answers_is_listed_once():
    call = CallPageFactory(now=NOW, closed=True, hear_by=date(2027, 3, 10))
    ApplicationFactory.create_batch(2, call=call)
    assert list(CallPage.objects.owing_an_answer(on=date(2027, 3, 11))) == [call]


def test_waiting_has_only_what_nobody_looked_at_the_oldest_first():
    call = CallPageFactory(now=NOW)
    late = ApplicationFactory(call=call, arrived_at=NOW)
    early = ApplicationFactory(call=call, arrived_at=NOW - timedelta(hours=1))
    looked_at = ApplicationFactory(call=call, arrived_at=NOW)
    deciding.move(application=looked_at, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=None, at=NOW)
    assert list(Application.objects.waiting()) == [early, late]


def test_a_reader_may_read_the_answers_to_the_own_call_only():
    """Guard: the filter by ``call__readers__user`` in ``readable_by``."""
    reader, own, other = ReaderFactory(), ApplicationFactory(), ApplicationFactory()
    CallReader.objects.create(page=own.call, user=reader)
    assert list(Application.objects.readable_by(reader)) == [own]
    assert set(Application.objects.readable_by(ModeratorFactory())) == {own, other}
    assert set(Application.objects.readable_by(SuperuserFactory())) == {own, other}
    assert list(Application.objects.readable_by(EditorFactory())) == []


def test_an_account_that_was_shut_reads_nothing():
    reader, application = ReaderFactory(is_active=False), ApplicationFactory()
    CallReader.objects.create(page=application.call, user=reader)
    assert list(Application.objects.readable_by(reader)) == []
