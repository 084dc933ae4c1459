"""Being told when a call opens: only who confirmed it, of each opening exactly once."""

from datetime import timedelta

import pytest

from program.calls.enums import CallKind
from program.calls.models import CallPage, CallSubscription
from program.calls.services import openings
from program.letters.models import Letter
from program.letters.services.asking import never_write
from program.links.models import PersonalLink
from tests.factories import NOW, CallPageFactory

pytestmark = pytest.mark.django_db

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SETTLED = openings.SETTLING


def ask(email="ada@example.org", kinds=(), sender_digest="one sender", at=NOW):
    assert openings.ask(email=email, kinds=list(kinds), sender_digest=sender_digest, at=at) is None


def subscriber(email="ada@example.org", kinds=(), at=NOW - DAY) -> CallSubscription:
    return CallSubscription.objects.create(email=email, kinds=list(kinds), asked_at=at, confirmed_at=at, told_until=at)


def opening(at, **changes) -> CallPage:
    return CallPageFactory(opens_at=at, closes_at=at + timedelta(days=30), **changes)


def told(email="ada@example.org") -> list[str]:
    return [letter.subject for letter in Letter.objects.filter(to=email, kind="calls_opened").order_by("pk")]


def test_who_asks_gets_a_letter_and_is_not_on_the_list_before_they_confirm():
    """Guard: ``confirmed_at``."""
    ask()
    opening(NOW + HOUR)
    assert openings.tell_of_openings(NOW + 2 * HOUR) == 0
    assert [letter.kind for letter in Letter.objects.all()] == ["openings_confirm"]


def test_one_mailbox_gets_one_letter_a_day_however_its_address_is_written():
    """Guard: ``_is_written_to``; twenty ways to write an address would be twenty letters to one stranger."""
    for email in ("ada@example.org", "ada+1@example.org", "Ada+2@example.org"):
        ask(email)
    assert [letter.to for letter in Letter.objects.all()] == ["ada@example.org"]
    ask("ada+1@example.org", at=NOW + DAY)
    assert Letter.objects.count() == 2


def test_who_confirms_is_told_of_what_opens_from_then_on():
    opening(NOW - DAY, title="Open already")
    ask()
    assert openings.confirm(subscription=CallSubscription.objects.get(), at=NOW) is True
    opening(NOW + HOUR, title="Summer reading")
    for at in (NOW + HOUR, NOW + HOUR + SETTLED, NOW + HOUR + SETTLED, NOW + DAY):
        openings.tell_of_openings(at)
    assert told() == ["A call has opened: Summer reading"]


def test_the_letter_says_what_it_takes_and_leads_to_the_call_and_off_the_list():
    subscriber()
    call = opening(NOW, title="Summer reading", hours_a_month=4)
    openings.tell_of_openings(NOW + HOUR)
    letter = Letter.objects.get()
    for words in (
        call.summary,
        "About 4 hours a month.",
        "Closes Wednesday, March 31, 2027, 1:00 pm Central.",
        call.url,
    ):
        assert words in letter.text
    assert [(each.name, each.link.purpose) for each in letter.letter_links.all()] == [("leave", "openings")]


def test_calls_that_open_together_are_one_letter():
    subscriber()
    opening(NOW, title="Jury")
    opening(NOW - HOUR, title="Board")
    assert openings.tell_of_openings(NOW + HOUR) == 1
    assert told() == ["2 calls have opened"]
    assert ("Jury" in Letter.objects.get().text, "Board" in Letter.objects.get().text) == (True, True)


def test_who_asked_for_some_kinds_hears_of_no_other():
    subscriber(kinds=[CallKind.BOARD])
    subscriber("all@example.org")
    opening(NOW, title="Jury", kind=CallKind.AWARD_JURY)
    openings.tell_of_openings(NOW + HOUR)
    opening(NOW + 2 * HOUR, title="Board", kind=CallKind.BOARD)
    openings.tell_of_openings(NOW + 3 * HOUR)
    assert told() == ["A call has opened: Board"]
    assert told("all@example.org") == ["A call has opened: Jury", "A call has opened: Board"]


def test_a_call_that_was_published_after_its_opening_time_is_told_of_then():
    """Guard: ``first_published_at`` in ``_opened``."""
    subscriber()
    openings.tell_of_openings(NOW)
    call = opening(NOW - timedelta(hours=5), title="Published late")
    CallPage.objects.filter(pk=call.pk).update(first_published_at=NOW + HOUR)
    CallSubscription.objects.update(told_until=NOW)
    openings.tell_of_openings(NOW + 2 * HOUR)
    assert told() == ["A call has opened: Published late"]


@pytest.mark.parametrize("state", ["upcoming", "closed", "draft"])
def test_nobody_is_told_of_a_call_that_takes_no_answers(state):
    subscriber()
    CallPageFactory(now=NOW, **({"live": False} if state == "draft" else {state: True}))
    assert openings.tell_of_openings(NOW + HOUR) == 0


def test_broken_off_halfway_and_begun_again_each_is_told_exactly_once(monkeypatch):
    """Guard: what is known is kept in the transaction of the letter."""
    for number in range(6):
        subscriber(f"ada-{number}@example.org")
    opening(NOW)
    write, written = openings.write, []

    def break_off(**kwargs):
        if len(written) == 3:
            raise SystemExit
        written.append(kwargs["to"])
        return write(**kwargs)

    monkeypatch.setattr(openings, "write", break_off)
    with pytest.raises(SystemExit):
        openings.tell_of_openings(NOW + HOUR)
    monkeypatch.setattr(openings, "write", write)
    assert openings.tell_of_openings(NOW + HOUR) == 3
    assert openings.tell_of_openings(NOW + HOUR) == 0
    assert sorted(Letter.objects.values_list("to", flat=True)) == [f"ada-{number}@example.org" for number in range(6)]


def test_many_are_told_in_several_turns(monkeypatch):
    monkeypatch.setattr(openings, "AT_A_TIME", 2)
    for number in range(5):
        subscriber(f"ada-{number}@example.org")
    opening(NOW)
    assert [openings.tell_of_openings(NOW + HOUR) for _ in range(4)] == [2, 2, 1, 0]


@pytest.mark.parametrize("number", [1, 3, 50])
def test_a_turn_with_nothing_to_tell_costs_one_query_for_each_list(number, django_assert_num_queries):
    for each in range(number):
        subscriber(f"ada-{each}@example.org", at=NOW)
        opening(NOW - DAY)
    with django_assert_num_queries(2):
        openings.tell_of_openings(NOW + HOUR)


def test_asked_again_within_a_day_no_second_letter_goes():
    for _ in range(3):
        ask()
    ask(at=NOW + DAY - HOUR)
    assert Letter.objects.count() == 1
    ask(at=NOW + DAY, kinds=[CallKind.BOARD])
    assert (Letter.objects.count(), CallSubscription.objects.get().kinds) == (2, [CallKind.BOARD])


def test_a_stranger_who_asks_for_somebody_on_the_list_changes_nothing_for_them():
    """Guard: kinds are taken over only before they are confirmed."""
    kept = subscriber(kinds=[CallKind.BOARD])
    ask("ADA@example.org", kinds=[CallKind.PANEL])
    subscription = CallSubscription.objects.get()
    assert (subscription.kinds, subscription.confirmed_at) == ([CallKind.BOARD], kept.confirmed_at)
    assert [letter.kind for letter in Letter.objects.all()] == ["openings_on_the_list"]


def test_who_asked_never_to_be_written_to_gets_no_letter_and_is_not_kept():
    never_write("ada@example.org", NOW)
    ask()
    assert (Letter.objects.count(), CallSubscription.objects.count()) == (0, 0)


@pytest.mark.parametrize("limit", ["FROM_ONE_ADDRESS", "BY_ALL"])
def test_after_so_many_in_a_day_no_more_letters_go(monkeypatch, limit):
    """Guard: ``_is_too_much``."""
    monkeypatch.setattr(openings, limit, 3)
    for number in range(5):
        ask(f"ada-{number}@example.org", sender_digest="one" if limit == "FROM_ONE_ADDRESS" else f"{number}")
    assert Letter.objects.count() == 3


def test_confirming_twice_changes_nothing():
    ask()
    subscription = CallSubscription.objects.get()
    assert openings.confirm(subscription=subscription, at=NOW) is True
    assert openings.confirm(subscription=subscription, at=NOW + DAY) is False
    assert CallSubscription.objects.get().told_until == NOW


def test_who_leaves_leaves_nothing_behind():
    ask()
    subscription = CallSubscription.objects.get()
    openings.confirm(subscription=subscription, at=NOW)
    opening(NOW + HOUR)
    openings.tell_of_openings(NOW + DAY)
    assert (Letter.objects.count(), PersonalLink.objects.count()) == (2, 3)
    openings.leave(subscription=subscription)
    assert [model.objects.count() for model in (CallSubscription, Letter, PersonalLink)] == [0, 0, 0]


def test_what_nobody_confirms_is_deleted_after_seven_days_with_its_letter():
    ask()
    subscriber("bea@example.org", at=NOW - timedelta(days=90))
    assert openings.forget_unconfirmed(NOW + openings.TO_CONFIRM - HOUR) == 0
    assert openings.forget_unconfirmed(NOW + openings.TO_CONFIRM) == 1
    assert list(CallSubscription.objects.values_list("email", flat=True)) == ["bea@example.org"]
    assert (Letter.objects.count(), PersonalLink.objects.count()) == (0, 0)
