"""Withdrawing: at any time, once, and for good."""

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import StatusChange
from program.letters.models import Letter
from tests.browsing import soup, text_of
from tests.program.calls.mine.conftest import bring

CAN_WITHDRAW = set(Status) - {Status.TURNED_DOWN, Status.WITHDRAWN}


def withdraw(client, mine, **typed):
    return client.post(f"{mine.address}withdraw/", typed)


@pytest.mark.parametrize("status", sorted(CAN_WITHDRAW))
def test_one_can_withdraw_at_any_time(client, mine, status):
    bring(mine.application, status)
    assert soup(client.get(mine.address)).select(f'a[href="{mine.address}withdraw/"]')
    assert withdraw(client, mine).url == mine.address
    mine.application.refresh_from_db()
    assert mine.application.status == Status.WITHDRAWN


@pytest.mark.parametrize("status", sorted(set(Status) - CAN_WITHDRAW))
def test_where_nothing_is_left_to_withdraw_it_is_not_offered(client, mine, status):
    bring(mine.application, status)
    assert not soup(client.get(mine.address)).select(f'a[href="{mine.address}withdraw/"]')
    assert client.get(f"{mine.address}withdraw/").url == mine.address
    withdraw(client, mine)
    mine.application.refresh_from_db()
    assert mine.application.status == status


def test_the_reason_is_for_staff_and_is_recorded_with_who_moved_it(client, mine):
    withdraw(client, mine, why="I am moving away.")
    change = StatusChange.objects.get()
    assert (change.to_status, change.actor, change.by, change.why) == (
        Status.WITHDRAWN,
        Actor.APPLICANT,
        None,
        "I am moving away.",
    )


def test_no_reason_is_needed(client, mine):
    withdraw(client, mine)
    assert StatusChange.objects.get().why == ""


def test_a_reason_that_is_too_long_is_given_back(client, mine):
    """Guard: ``max_length`` of the form; without it PostgreSQL would answer with an error."""
    response = withdraw(client, mine, why="x" * 501)
    assert response.status_code == 200
    assert soup(response).title.get_text().startswith("Error: ")
    assert soup(response).select_one("textarea").get_text().strip() == "x" * 501
    assert not StatusChange.objects.exists()


def test_pressing_twice_withdraws_once_and_writes_once(client, mine):
    """Guard: ``LEGAL_MOVES`` leads nowhere from “Withdrawn”; at the same moment, ``locked`` (test_races)."""
    assert [withdraw(client, mine).url for _ in range(2)] == [mine.address] * 2
    assert StatusChange.objects.count() == 1
    assert Letter.objects.filter(kind="application_withdrawn").count() == 1


def test_the_letter_confirms_it_with_the_way_back(client, mine):
    withdraw(client, mine, why="Markerreason")
    letter = Letter.objects.get(kind="application_withdrawn")
    assert (letter.to, letter.about) == (mine.application.email, mine.application)
    assert mine.application.reference in letter.text
    assert "Sample jury" in letter.text
    assert "Markerreason" not in letter.text
    assert letter.letter_links.get().link.target == mine.application


def test_it_says_that_it_is_final(client, mine):
    assert "This is final" in text_of(client.get(f"{mine.address}withdraw/"))
