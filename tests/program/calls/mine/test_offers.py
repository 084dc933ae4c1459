"""Answering an offer: by its last second, once, and named only with a yes."""

from datetime import timedelta

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import Appointment, CallPage, StatusChange
from program.letters.models import Letter
from tests.browsing import soup, text_of
from tests.factories import NOW
from tests.program.calls.mine.conftest import bring

YES = {"may_name": "yes", "name": "Ada S.", "library": "Sample Library"}
NO = {"may_name": "no", "name": "", "library": ""}
SECOND = timedelta(seconds=1)


@pytest.fixture
def offered(mine):
    bring(mine.application, Status.OFFERED)
    return mine


def accept(client, offered, **typed):
    return client.post(f"{offered.address}accept/", typed)


def status_of(offered):
    offered.application.refresh_from_db()
    return offered.application.status


def names_on(call) -> list[str]:
    return [person.name for person in CallPage.objects.get(pk=call.pk).public_appointments]


def test_the_page_leads_to_both_answers_and_says_until_when(client, offered):
    page = soup(client.get(offered.address))
    for door in ("accept/", "turn-down/"):
        assert page.select(f'a[href="{offered.address}{door}"]')
    assert page.select_one("main .lead time")["datetime"].startswith("2027-03-15T23:59:59")


@pytest.mark.parametrize(("typed", "names"), [(YES, ["Ada S."]), (NO, [])])
def test_who_accepts_is_named_with_their_yes_alone(client, offered, typed, names):
    """Guard: ``NamingForm.naming``."""
    assert accept(client, offered, **typed).url == offered.address
    assert status_of(offered) == Status.ACCEPTED
    assert names_on(offered.application.call) == names
    assert StatusChange.objects.first().actor == Actor.APPLICANT


@pytest.mark.parametrize(
    ("typed", "message"),
    [({"name": "Ada"}, "Choose yes or no."), ({"may_name": "yes"}, "Write the name, or choose no.")],
)
def test_what_is_missing_is_asked_for_and_nothing_is_accepted(client, offered, typed, message):
    response = accept(client, offered, **typed)
    assert message in text_of(response)
    assert soup(response).title.get_text().startswith("Error: ")
    assert status_of(offered) == Status.OFFERED


def test_a_place_is_turned_down_with_a_reason_or_without(client, offered):
    client.post(f"{offered.address}turn-down/", {"why": "A new job."})
    change = StatusChange.objects.first()
    assert (change.to_status, change.actor, change.why) == (Status.TURNED_DOWN, Actor.APPLICANT, "A new job.")
    assert Letter.objects.filter(kind="application_turned_down").count() == 1


@pytest.mark.parametrize(("late", "status"), [(-SECOND, "accepted"), (0 * SECOND, "accepted"), (SECOND, "offered")])
def test_the_last_second_of_an_offer_is_in_time(client, offered, arriving_at, late, status):
    """Guard: ``is_over`` in ``deciding.move``."""
    arriving_at(offered.application.offer_until + late)
    accept(client, offered, **NO)
    assert status_of(offered) == status


def test_after_its_day_the_page_says_so_and_whom_to_write_to(client, offered, arriving_at):
    CallPage.objects.update(contact_name="The chair", contact_email="chair@example.org")
    arriving_at(offered.application.offer_until + SECOND)
    response = client.get(offered.address)
    assert "it has passed" in text_of(response)
    assert "chair@example.org" in text_of(response)
    assert not soup(response).select(f'a[href="{offered.address}accept/"]')
    assert client.get(f"{offered.address}accept/").url == offered.address


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.OFFERED, Status.ACCEPTED}))
def test_without_an_offer_nothing_is_accepted(client, mine, status):
    bring(mine.application, status)
    assert client.get(f"{mine.address}accept/").url == mine.address
    accept(client, mine, **YES)
    assert status_of(mine) == status
    assert not Appointment.objects.exists()


def test_accepting_twice_has_one_effect(client, offered):
    """Guard: ``LEGAL_MOVES`` has no way from “Accepted” to itself; at the same moment, ``locked`` (test_races)."""
    for _ in range(2):
        accept(client, offered, **YES)
    assert StatusChange.objects.filter(to_status=Status.ACCEPTED).count() == 1
    assert Appointment.objects.count() == 1
    assert Letter.objects.filter(kind="application_accepted").count() == 1


def test_a_name_can_be_changed_and_taken_off(client, offered):
    accept(client, offered, **YES)
    for typed, names in [(YES | {"name": "Ada"}, ["Ada"]), (NO, []), (YES, ["Ada S."])]:
        client.post(f"{offered.address}naming/", typed)
        assert names_on(offered.application.call) == names


def test_who_steps_back_is_named_no_longer(client, offered):
    accept(client, offered, **YES)
    client.post(f"{offered.address}withdraw/", {"why": ""})
    assert status_of(offered) == Status.WITHDRAWN
    assert names_on(offered.application.call) == []


def test_a_name_outlives_an_editors_newer_draft(client, offered):
    """Guard: ``_in_every_version`` of ``appointing``; without it publishing the draft would take the name off."""
    call = offered.application.call
    call.title = "A newer draft"
    draft = call.save_revision()
    accept(client, offered, **YES)
    draft.refresh_from_db()
    draft.publish()
    assert (CallPage.objects.get(pk=call.pk).title, names_on(call)) == ("A newer draft", ["Ada S."])


def test_nobody_else_names_somebody(client, mine):
    bring(mine.application, Status.IN_REVIEW)
    client.post(f"{mine.address}naming/", YES)
    assert names_on(mine.application.call) == []


def test_the_letter_has_the_way_back(client, offered):
    accept(client, offered, **NO)
    letter = Letter.objects.get(kind="application_accepted")
    assert letter.subject == "You accepted the place"
    assert letter.letter_links.get().link.target == offered.application


def test_the_days_are_counted_from_the_offer(offered):
    assert offered.application.offer_until - NOW > timedelta(days=14)
