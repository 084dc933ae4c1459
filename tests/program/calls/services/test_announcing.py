"""Announcing: shown first, begun once, told to each exactly once."""

from datetime import timedelta

import pytest

from program.calls.enums import Status
from program.calls.models import AnnouncedDecision, Announcement, Application, CallPage, LetterText, StatusChange
from program.calls.services import announcing
from program.calls.services.announcing import NotAsShown, begin, carry_out, fingerprint, preview, tell_of_move
from program.calls.services.deciding import IllegalMove, move
from program.calls.services.deciding_together import clear_pending, set_pending
from program.letters.models import Letter
from program.letters.services.rendering import text_for_staff
from program.links.models import PersonalLink
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory

pytestmark = pytest.mark.django_db
DECISIONS = (Status.OFFERED, Status.WAITLISTED, Status.NOT_THIS_TIME)


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, closed=True, title="Summer reading committee")


@pytest.fixture
def editor():
    return ModeratorFactory()


@pytest.fixture
def decided(call, editor) -> list[Application]:
    """Three applications, one with each decision pending."""
    made = [
        ApplicationFactory(
            call=call,
            name=f"To be {status}",
            email=f"{status}@example.org",
            arrived_at=call.opens_at + timedelta(hours=hour),
        )
        for hour, status in enumerate(DECISIONS, start=1)
    ]
    for application, status in zip(made, DECISIONS, strict=True):
        set_pending(applications=[application], to=status, by=editor, at=NOW, why="As agreed.")
    return made


def announce(call, editor, at=NOW) -> Announcement:
    return begin(call=call, shown=fingerprint(call), by=editor, at=at)


def statuses(call) -> list[str]:
    return list(call.applications.order_by("received_at").values_list("status", flat=True))


def test_the_dry_run_shows_every_letter_and_stores_nothing(call, decided):
    letters = preview(call=call, at=NOW)
    assert [(letter.application.email, letter.status) for letter in letters] == [
        (f"{status}@example.org", status) for status in DECISIONS
    ]
    for letter in letters:
        assert f"Dear {letter.application.name}," in letter.text
        assert letter.application.reference in letter.text
        assert "(personal link)" in letter.text
    assert (Letter.objects.count(), PersonalLink.objects.count(), StatusChange.objects.count()) == (0, 0, 0)


def test_what_is_written_is_what_was_shown(call, decided, editor):
    shown = {letter.application.email: (letter.subject, letter.text) for letter in preview(call=call, at=NOW)}
    announce(call, editor)
    carry_out(NOW)
    written = {letter.to: (letter.subject, text_for_staff(letter)) for letter in Letter.objects.all()}
    assert written == shown


def test_each_decision_is_told_moved_and_recorded(call, decided, editor):
    announcement = announce(call, editor)
    assert statuses(call) == ["received"] * 3
    assert carry_out(NOW) == 3
    announcement.refresh_from_db()
    assert announcement.finished_at == NOW
    assert statuses(call) == list(DECISIONS)
    assert set(Application.objects.values_list("pending_status", flat=True)) == {""}
    assert [(change.by, change.why) for change in StatusChange.objects.all()] == [(editor, "As agreed.")] * 3
    assert [(letter.about, letter.kind) for letter in Letter.objects.order_by("pk")] == [
        (application, f"application_{status}") for application, status in zip(decided, DECISIONS, strict=True)
    ]


def test_an_offer_gets_its_last_moment_and_the_letter_says_it(call, decided, editor):
    announce(call, editor)
    carry_out(NOW)
    decided[0].refresh_from_db()
    assert decided[0].offer_until - NOW > timedelta(days=14)
    assert "by Monday, March 15, 2027, 11:59 pm Central" in Letter.objects.get(to="offered@example.org").text


def test_a_no_always_ends_with_a_next_step(call, decided, editor):
    """Also when the editor wrote the middle part."""
    other = CallPageFactory(now=NOW, title="Book award jury")
    LetterText.objects.create(page=call, status=Status.NOT_THIS_TIME, text="Not this time.")
    text = next(letter.text for letter in preview(call=call, at=NOW) if letter.status == Status.NOT_THIS_TIME)
    assert f"- {other.title} takes answers and closes" in text
    assert "We can keep you in mind for other openings" in text


def test_pressing_announce_twice_begins_once(call, decided, editor):
    """Guard: ``fingerprint(call) != shown`` over what is pending and not under way."""
    shown = fingerprint(call)
    begin(call=call, shown=shown, by=editor, at=NOW)
    with pytest.raises(NotAsShown):
        begin(call=call, shown=shown, by=editor, at=NOW)
    with pytest.raises(NotAsShown):
        begin(call=call, shown=fingerprint(call), by=editor, at=NOW)
    carry_out(NOW)
    assert (Announcement.objects.count(), Letter.objects.count()) == (1, 3)


@pytest.mark.parametrize(
    "change",
    [
        lambda call: LetterText.objects.create(page=call, status=Status.OFFERED, text="Other words."),
        lambda call: Application.objects.filter(pending_status="offered").update(pending_status="waitlisted"),
        lambda call: Application.objects.filter(pending_status="offered").update(email="other@example.org"),
        lambda call: Application.objects.filter(pending_status="offered").update(pending_status=""),
        lambda call: CallPage.objects.update(days_to_answer_an_offer=3),
        lambda call: CallPage.objects.update(title="Another title"),
    ],
)
def test_what_changed_after_it_was_shown_is_not_sent(call, decided, editor, change):
    """Guard: ``fingerprint`` in ``begin``."""
    shown = fingerprint(call)
    change(call)
    with pytest.raises(NotAsShown):
        begin(call=call, shown=shown, by=editor, at=NOW)
    assert Announcement.objects.count() == 0


def test_words_changed_once_it_began_change_no_letter(call, decided, editor):
    """Guard: ``Announcement.words``."""
    words = LetterText.objects.create(page=call, status=Status.OFFERED, text="As it was shown.")
    announce(call, editor)
    words.text = "Changed since."
    words.save()
    carry_out(NOW)
    text = Letter.objects.get(to="offered@example.org").text
    assert ("As it was shown." in text, "Changed since." in text) == (True, False)


def test_killed_halfway_and_run_again_each_is_told_exactly_once(call, decided, editor, monkeypatch):
    """Guard: move, letter and mark in one transaction for each. A kill is what ``except Exception`` doesn't catch."""
    announce(call, editor)
    tell, calls = announcing._tell, []

    def killed_at_the_second(*args):
        tell(*args)
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(announcing, "_tell", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        carry_out(NOW)
    assert (Letter.objects.count(), AnnouncedDecision.objects.waiting().count()) == (1, 2)
    monkeypatch.undo()
    assert carry_out(NOW) == 2
    assert carry_out(NOW) == 0
    assert sorted(Letter.objects.values_list("to", flat=True)) == sorted(f"{each}@example.org" for each in DECISIONS)
    assert statuses(call) == list(DECISIONS)


def test_a_fault_in_one_holds_up_no_other_and_is_tried_again(call, decided, editor, monkeypatch, caplog):
    """Guard: ``except Exception`` in ``carry_out``."""
    announce(call, editor)
    tell = announcing._tell

    def faulty_for_the_first(application, *args):
        if application.pk == decided[0].pk:
            raise OSError
        tell(application, *args)

    monkeypatch.setattr(announcing, "_tell", faulty_for_the_first)
    assert carry_out(NOW) == 2
    assert Announcement.objects.get().finished_at is None
    assert "was not told" in caplog.text
    monkeypatch.undo()
    assert carry_out(NOW) == 1
    assert Announcement.objects.get().finished_at == NOW


def test_a_turn_takes_no_more_than_its_limit(call, decided, editor):
    announce(call, editor)
    assert [carry_out(NOW, limit=2) for _ in range(3)] == [2, 1, 0]


def test_who_withdraws_before_their_turn_is_left_out_and_written_nothing(call, decided, editor):
    """Guard: ``_other_than_announced``."""
    announce(call, editor)
    move(application=decided[0], to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    carry_out(NOW)
    [row] = AnnouncedDecision.objects.exclude(left_out="")
    assert (row.application, row.left_out) == (decided[0], "Nothing was pending any more: it is “Withdrawn”.")
    assert not Letter.objects.filter(to="offered@example.org").exists()
    assert Announcement.objects.get().finished_at == NOW


def test_a_decision_taken_back_or_changed_before_its_turn_is_left_out(call, decided, editor):
    announce(call, editor)
    clear_pending(applications=Application.objects.filter(pk=decided[0].pk))
    set_pending(applications=Application.objects.filter(pk=decided[1].pk), to=Status.OFFERED, by=editor, at=NOW)
    carry_out(NOW)
    assert list(AnnouncedDecision.objects.exclude(left_out="").values_list("left_out", flat=True)) == [
        "Nothing was pending any more: it is “Received”.",
        "Decided otherwise meanwhile: pending is “Offered”.",
    ]
    assert Letter.objects.count() == 1


def test_an_application_deleted_in_the_middle_ends_nothing(call, decided, editor):
    announce(call, editor)
    carry_out(NOW, limit=1)
    decided[1].delete()
    carry_out(NOW)
    assert Announcement.objects.get().finished_at == NOW
    assert Letter.objects.count() == 2


def test_one_move_can_be_told_by_a_letter_at_once(call, decided, editor):
    tell_of_move(application=decided[0], to=Status.OFFERED, seen=Status.RECEIVED, by=editor, at=NOW)
    decided[0].refresh_from_db()
    assert (decided[0].status, Letter.objects.get().to) == (Status.OFFERED, "offered@example.org")


def test_a_move_that_is_refused_writes_nothing(call, decided, editor):
    """Guard: one transaction in ``tell_of_move``."""
    move(application=Application.objects.get(pk=decided[0].pk), to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    with pytest.raises(IllegalMove):
        tell_of_move(application=decided[0], to=Status.OFFERED, seen=Status.RECEIVED, by=editor, at=NOW)
    assert (Letter.objects.count(), PersonalLink.objects.count()) == (0, 0)
