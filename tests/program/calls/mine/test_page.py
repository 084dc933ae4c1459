"""The page of one's own application: a receipt at first, later where it stands and what can be done."""

from datetime import timedelta

import pytest

from program.calls.enums import Status
from tests.browsing import soup, text_of
from tests.factories import NOW, CallPageFactory, ProgramPageFactory
from tests.program.calls.mine.conftest import bring


def heading(response) -> str:
    return soup(response).select_one("h1").get_text()


def test_right_after_sending_it_is_a_receipt_and_later_it_is_not(client, mine, arriving_at):
    first = client.get(mine.address)
    assert soup(first).title.get_text().startswith(f"Receipt {mine.application.reference}")
    assert "Thank you, Ada Sample." in text_of(first)
    arriving_at(NOW + timedelta(days=1))
    later = client.get(mine.address)
    assert soup(later).title.get_text().startswith(f"Your application {mine.application.reference}")
    assert "Thank you" not in text_of(later)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.RECEIVED, "Your answers are here"),
        (Status.IN_REVIEW, "Your answers are being read"),
        (Status.SHORTLISTED, "Your answers are being read"),
        (Status.OFFERED, "A place is offered to you"),
        (Status.ACCEPTED, "The place is yours"),
        (Status.TURNED_DOWN, "You turned the place down"),
        (Status.WAITLISTED, "You are on the waiting list"),
        (Status.NOT_THIS_TIME, "Not this time"),
        (Status.WITHDRAWN, "Your application is withdrawn"),
    ],
)
def test_it_says_where_it_stands_in_public_words(client, mine, status, words):
    bring(mine.application, status)
    response = client.get(mine.address)
    assert heading(response) == words
    assert "hortlist" not in text_of(response)


def test_the_steps_are_dated_and_shortlisting_is_none_of_them(client, mine):
    bring(mine.application, Status.IN_REVIEW, at=NOW + timedelta(days=1))
    bring(mine.application, Status.SHORTLISTED, at=NOW + timedelta(days=2))
    bring(mine.application, Status.WAITLISTED, at=NOW + timedelta(days=3))
    steps = [(step.words, step.at) for step in client.get(mine.address).context["steps"]]
    assert steps == [
        ("Received", NOW),
        ("Being read", NOW + timedelta(days=1)),
        ("On the waiting list", NOW + timedelta(days=3)),
    ]


def test_a_pending_decision_is_not_to_be_seen(client, mine):
    mine.application.pending_status = Status.NOT_THIS_TIME
    mine.application.pending_why = "Markerreason"
    mine.application.save()
    content = client.get(mine.address).content.decode()
    assert "Not this time" not in content
    assert "Markerreason" not in content


def test_a_no_leads_on(client, mine):
    other, way = CallPageFactory(now=NOW, title="Another jury"), ProgramPageFactory(title="Mentoring pairs")
    bring(mine.application, Status.NOT_THIS_TIME)
    links = {link["href"] for link in soup(client.get(mine.address)).select("main a")}
    assert {other.get_url(), way.get_url()} <= links


def test_after_a_no_one_can_ask_to_be_kept_in_mind(client, mine):
    bring(mine.application, Status.NOT_THIS_TIME)
    for wish, kept in (("yes", True), ("no", False)):
        assert client.post(f"{mine.address}keep-in-mind/", {"wish": wish}).url == mine.address
        mine.application.refresh_from_db()
        assert mine.application.keep_in_mind is kept


@pytest.mark.parametrize("number", [1, 3, 50])
def test_it_costs_the_same_whatever_happened(client, mine, number, django_assert_num_queries):
    for index in range(number):
        at = NOW + timedelta(minutes=index)
        bring(mine.application, Status.IN_REVIEW, at)
        mine.application.status = Status.RECEIVED
        mine.application.save()
    client.get(mine.address)
    with django_assert_num_queries(5):
        client.get(mine.address)
