"""Putting a name forward: one letter to the colleague; whoever named them hears what the colleague allows."""

from datetime import timedelta

import pytest

from program.calls.enums import ForwardState
from program.calls.models import Draft, NameForward
from program.calls.services import forwarding
from program.calls.services.answering import CallNotAccepting
from program.letters.models import Letter
from program.letters.services.asking import never_write
from program.links.models import PersonalLink
from tests.factories import NOW, ApplicationFactory, CallPageFactory, NameForwardFactory

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
WORDS = {
    "by_name": "Ada Sample",
    "by_email": "ada@example.org",
    "colleague_name": "Bea Sample",
    "colleague_email": "bea@example.org",
    "why": "Your story time is copied everywhere.\nSo is your patience.",
    "sender_digest": "one sender",
}


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, title="Summer reading committee")


def put_forward(call, at=NOW, **changes):
    assert forwarding.put_forward(call=call, at=at, **WORDS | changes) is None


def letters_to(address) -> list[Letter]:
    return list(Letter.objects.filter(to=address))


def test_the_colleague_gets_one_letter_with_who_thought_of_them_and_why(call):
    put_forward(call)
    [letter] = letters_to("bea@example.org")
    assert letter.subject == "Somebody thought of you: Summer reading committee"
    for words in ("Ada Sample thought of you", "> Your story time is copied everywhere.\n> So is your patience."):
        assert words in letter.text
    assert "ada@example.org" not in letter.text
    assert (letter.unsolicited, sorted(letter.letter_links.values_list("name", flat=True))) == (
        True,
        ["forward", "leave"],
    )


def test_whoever_named_them_gets_no_letter_by_that(call):
    put_forward(call)
    assert letters_to("ada@example.org") == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"colleague_email": "BEA@Example.org"},
        {"colleague_email": "bea+calls@example.org"},
        {"by_email": "somebody-else@example.org", "sender_digest": "another sender"},
    ],
)
def test_named_again_for_the_same_call_the_colleague_gets_no_second_letter(call, changes):
    """Guard: ``_may_write``."""
    put_forward(call)
    put_forward(call, at=NOW + timedelta(hours=1), **changes)
    put_forward(call, at=call.closes_at, **changes)
    assert Letter.objects.count() == NameForward.objects.count() == 1


def test_named_for_another_call_within_a_month_they_get_no_letter(call):
    """Guard: ``PAUSE``."""
    another = CallPageFactory(now=NOW, closes_at=NOW + timedelta(days=90))
    put_forward(call)
    put_forward(another, at=NOW + forwarding.PAUSE - SECOND)
    assert Letter.objects.count() == 1
    put_forward(another, at=NOW + forwarding.PAUSE)
    assert Letter.objects.count() == 2


def test_who_asked_never_to_be_written_to_is_not_written_to_and_nothing_is_kept(call):
    """Guard: ``may_write_to``."""
    never_write("bea@example.org", NOW)
    put_forward(call)
    assert (Letter.objects.count(), NameForward.objects.count(), PersonalLink.objects.count()) == (0, 0, 0)


def test_who_has_answered_the_call_is_not_written_to(call):
    ApplicationFactory(call=call, email="Bea@example.org")
    put_forward(call)
    assert (letters_to("bea@example.org"), NameForward.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("limit", "changes"),
    [
        ("FROM_ONE_ADDRESS", lambda n: {"by_email": f"ada-{n}@example.org"}),
        ("BY_ONE_PERSON", lambda n: {"by_email": f"ada+{n}@example.org", "sender_digest": f"sender {n}"}),
        ("BY_ALL", lambda n: {"by_email": f"ada-{n}@example.org", "sender_digest": f"sender {n}"}),
    ],
)
def test_after_so_many_names_in_a_day_no_more_letters_go(call, monkeypatch, limit, changes):
    """Guard: ``_is_too_much``."""
    monkeypatch.setattr(forwarding, limit, 3)
    for number in range(5):
        put_forward(call, colleague_email=f"colleague-{number}@example.org", **changes(number))
    assert Letter.objects.count() == 3
    put_forward(call, at=NOW + forwarding.DAY, colleague_email="tomorrow@example.org", **changes(9))
    assert Letter.objects.count() == 4


def test_a_limit_that_is_reached_is_logged_without_a_name(call, monkeypatch, caplog):
    monkeypatch.setattr(forwarding, "BY_ALL", 0)
    put_forward(call)
    assert "the most for one day is reached" in caplog.text
    assert "example.org" not in caplog.text


def test_names_are_put_forward_while_the_call_takes_answers_and_not_a_second_longer(call):
    put_forward(call, at=call.closes_at)
    for at in (call.opens_at - SECOND, call.closes_at + SECOND):
        with pytest.raises(CallNotAccepting):
            put_forward(call, at=at, colleague_email="late@example.org")
    assert NameForward.objects.count() == 1


@pytest.mark.parametrize("field", ["by_name", "colleague_name", "why"])
def test_what_a_stranger_typed_is_neither_in_the_subject_nor_a_link(call, field):
    """Guards: the subject holds the call's title alone; ``words.defused``."""
    put_forward(call, **{field: "Win at https://evil.example.com/now or www.evil.example.com\r\nBcc: all@example.org"})
    [letter] = letters_to("bea@example.org")
    assert letter.subject == "Somebody thought of you: Summer reading committee"
    assert "evil.example.com" not in letter.text
    assert "https://" not in letter.text
    assert "\r" not in letter.to_name + letter.text
    assert "\n" not in letter.to_name


def test_a_very_long_reason_is_cut(call):
    put_forward(call, why="x" * 100_000)
    assert len(letters_to("bea@example.org")[0].text) < 15_000


@pytest.mark.parametrize(
    ("outcome", "words"), [("answered", "They have answered the call."), ("decline", "They would rather not")]
)
def test_whoever_named_them_hears_what_became_of_it_once_the_colleague_lets_them(outcome, words):
    """Guard: ``may_tell`` in ``_tell``."""
    forward = NameForwardFactory(by_email="ada@example.org")
    forwarding.begin(forward=forward, at=forward.at)
    getattr(forwarding, outcome)(forward=forward, at=forward.at)
    assert letters_to("ada@example.org") == []
    forwarding.let_know(forward=forward, may_tell=True, at=forward.at)
    getattr(forwarding, outcome)(forward=forward, at=forward.at)
    [letter] = letters_to("ada@example.org")
    assert words in letter.text
    forward.refresh_from_db()
    assert forward.told_at == forward.at


@pytest.mark.parametrize("may_tell", [None, False])
@pytest.mark.parametrize("outcome", ["begin", "answered", "decline"])
def test_whoever_named_them_hears_nothing_without_the_colleagues_leave(outcome, may_tell):
    forward = NameForwardFactory(by_email="ada@example.org")
    if may_tell is not None:
        forwarding.let_know(forward=forward, may_tell=may_tell, at=forward.at)
    getattr(forwarding, outcome)(forward=forward, at=forward.at)
    assert letters_to("ada@example.org") == []


def test_that_somebody_has_begun_is_never_told():
    forward = NameForwardFactory(by_email="ada@example.org")
    forwarding.let_know(forward=forward, may_tell=True, at=forward.at)
    forwarding.begin(forward=forward, at=forward.at)
    assert letters_to("ada@example.org") == []


def test_an_answer_stays_the_last_word():
    forward = NameForwardFactory()
    for step in ("decline", "begin", "answered", "decline", "begin"):
        getattr(forwarding, step)(forward=forward, at=forward.at)
    forward.refresh_from_db()
    assert forward.state == ForwardState.ANSWERED


def test_the_letter_that_tells_does_not_go_to_who_asked_never_to_be_written_to():
    forward = NameForwardFactory(by_email="ada@example.org")
    never_write("ada@example.org", NOW)
    forwarding.let_know(forward=forward, may_tell=True, at=forward.at)
    forwarding.decline(forward=forward, at=forward.at)
    forward.refresh_from_db()
    assert (letters_to("ada@example.org"), forward.told_at) == ([], None)


def test_a_name_that_is_deleted_takes_its_letters_and_links_along_and_leaves_others():
    """Guard: the generic relations of ``NameForward``."""
    forward, other = NameForwardFactory(), NameForwardFactory()
    forward.delete()
    assert {letter.about for letter in Letter.objects.all()} == {other}
    assert {link.target.__class__.__name__ for link in PersonalLink.objects.all()} == {"NameForward", "Letter"}
    assert PersonalLink.objects.count() == 2


def test_begun_twenty_times_it_is_one_draft_with_what_is_known():
    forward = NameForwardFactory(by_name="Ada Sample", colleague_name="Bea Sample", colleague_email="bea@example.org")
    assert len({forwarding.begin(forward=forward, at=forward.at) for _ in range(20)}) == 1
    draft = Draft.objects.get()
    assert (draft.call, draft.forward) == (forward.call, forward)
    assert draft.data == {"name": ["Bea Sample"], "email": ["bea@example.org"], "put_forward_by": ["Ada Sample"]}
