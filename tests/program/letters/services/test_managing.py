"""What staff may do with a letter, and when old ones go."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from program.letters.enums import LetterState
from program.letters.models import Letter
from program.letters.services.delivering import deliver_due
from program.letters.services.forgetting import delete_old
from program.letters.services.managing import NotFitting, discard, resend
from tests.factories import NOW, ModeratorFactory

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def put(letter, state):
    Letter.objects.filter(pk=letter.pk).update(state=state)


def logged():
    return [(entry.action, entry.user) for entry in ModelLogEntry.objects.filter(action__startswith="letters.")]


def test_a_stuck_letter_is_sent_again_under_its_own_name_for_another_two_days(write_sample, mail_server):
    letter, staff = write_sample(), ModeratorFactory()
    mail_server.at_rcpt = "550 No such mailbox"
    deliver_due(clock=lambda: NOW)
    mail_server.at_rcpt = ""
    resend(letter=letter, by=staff, at=LATER)
    deliver_due(clock=lambda: LATER)
    assert mail_server.message_ids == {letter.message_id: 1}
    letter.refresh_from_db()
    assert (letter.state, letter.resent_by, letter.give_up_at) == (LetterState.SENT, staff, LATER + timedelta(days=2))
    assert logged() == [("letters.resend", staff)]


def test_a_second_copy_of_a_sent_letter_has_a_name_of_its_own(write_sample, mail_server):
    """Guard: mail programs hide a second letter under a name they know."""
    letter = write_sample()
    deliver_due(clock=lambda: NOW)
    resend(letter=letter, by=ModeratorFactory(), at=LATER)
    deliver_due(clock=lambda: LATER)
    assert list(mail_server.message_ids.values()) == [1, 1]


def test_a_discarded_letter_goes_to_nobody(write_sample, mail_server):
    letter, staff = write_sample(), ModeratorFactory()
    discard(letter=letter, by=staff, at=NOW)
    assert deliver_due(clock=lambda: LATER) == {}
    letter.refresh_from_db()
    assert (letter.state, letter.discarded_by, mail_server.received) == (LetterState.DISCARDED, staff, [])
    assert logged() == [("letters.discard", staff)]


@pytest.mark.parametrize(
    ("act", "state"),
    [(resend, LetterState.WAITING), (resend, LetterState.SENDING), (resend, LetterState.DISCARDED),
     (discard, LetterState.SENDING), (discard, LetterState.SENT), (discard, LetterState.DISCARDED),
     (discard, LetterState.KEPT)],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_changes_nothing(write_sample, act, state):
    """Guard: the row is read anew under a lock; ``RESENDABLE`` and ``DISCARDABLE``."""
    letter = write_sample()
    put(letter, state)
    before = Letter.objects.values().get()
    with pytest.raises(NotFitting):
        act(letter=letter, by=ModeratorFactory(), at=NOW)
    assert Letter.objects.values().get() == before
    assert logged() == []


def test_outside_production_a_letter_sent_again_stays_here(write_sample, settings):
    settings.LETTERS_ARE = "kept"
    letter = write_sample()
    resend(letter=letter, by=ModeratorFactory(), at=NOW)
    assert Letter.objects.get().state == LetterState.KEPT


def test_letters_that_are_done_with_are_deleted_after_two_years(write_sample):
    sent, waiting = write_sample(), write_sample()
    put(sent, LetterState.SENT)
    assert delete_old(NOW + timedelta(days=730)) == 0
    assert delete_old(NOW + timedelta(days=731)) == 1
    assert list(Letter.objects.all()) == [waiting]
