"""Cycles of the program: their dates follow one another, and sign-up is shown by the clock."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from program.models import ProgramCycle
from tests.browsing import soup
from tests.factories import NOW, CycleFactory, ProgramPageFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def cycle() -> ProgramCycle:
    return ProgramPageFactory(cycles=[CycleFactory(now=NOW)]).cycles.get()


def test_a_cycle_whose_dates_follow_one_another_is_let_through():
    cycle().full_clean()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("window_closes_at", lambda each: each.window_opens_at),
        ("matched_by", lambda each: each.window_closes_at.date() - DAY),
        ("starts_on", lambda each: each.matched_by - DAY),
        ("ends_on", lambda each: each.starts_on),
    ],
)
def test_a_date_that_comes_too_early_is_refused_at_its_field(field, wrong):
    """Guard: ``validate_cycle``."""
    each = cycle()
    setattr(each, field, wrong(each))
    with pytest.raises(ValidationError) as refused:
        each.full_clean()
    assert list(refused.value.message_dict) == [field]


def test_a_window_is_shown_until_the_second_it_closes():
    each = cycle()
    assert list(ProgramCycle.objects.not_over(each.window_closes_at - timedelta(seconds=1))) == [each]
    assert list(ProgramCycle.objects.not_over(each.window_closes_at)) == []


def test_the_front_page_shows_the_next_window_and_none_of_a_draft(client, home):
    ProgramPageFactory(live=False, title="Markerdraft")
    shown = ProgramPageFactory(cycles=[CycleFactory(name="Cycle of this year")])
    body = client.get("/").content.decode()
    assert "Cycle of this year" in body
    assert shown.get_url() in body
    assert "Markerdraft" not in body


def test_a_page_whose_sign_up_is_open_says_how_to_sign_up(client):
    page = ProgramPageFactory(cycles=[CycleFactory.build()], contact_email="mentoring@example.org")
    main = soup(client.get(page.get_url())).main
    assert main.select_one(main.select_one(".cycle a")["href"]).get_text() == "A person to ask"
    assert "mailto:mentoring@example.org" in str(main)


def test_a_page_whose_sign_up_is_over_invites_nobody_to_sign_up(client):
    page = ProgramPageFactory(cycles=[CycleFactory.build(now=NOW - timedelta(days=900))])
    assert soup(client.get(page.get_url())).main.select(".cycle a") == []
