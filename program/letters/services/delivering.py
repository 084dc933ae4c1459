"""Sending what is due. Any number of workers on any number of machines may do so at once.

A letter is leased before it is sent and its outcome stored right after: a worker that is killed leaves at
most one letter in doubt, and that one is sent again under the same Message-ID. Never none, rarely two.
"""

import logging
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from program.letters.enums import LetterState, TryOutcome
from program.letters.faults import Fault, judge
from program.letters.models import Letter, LetterTry
from program.letters.post import MailLine, message_for
from program.letters.services.asking import may_write_to

log = logging.getLogger(__name__)

# Longer than one letter can take: nine steps of a talk with a server, each with EMAIL_TIMEOUT at most.
LEASE = timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(hours=48)
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60, 120, 240)]
INTERRUPTED = "The worker ended while it was being sent; it is sent again under the same Message-ID."


def deliver_due(
    *, clock: Callable[[], datetime] = timezone.now, limit: int = 200, stopping: Callable[[], bool] = lambda: False
) -> Counter[str]:
    """Send the letters that are due, at most ``limit``, one after the other; return how many met which outcome.

    Ends early when ``stopping`` says so (after the letter in hand) or when the mail server can't be
    reached: the rest is due at the next round. Sends nothing where letters are kept or have to wait.
    """
    counts: Counter[str] = Counter()
    if settings.LETTERS_ARE != "sent":
        return counts
    with MailLine() as line:
        while counts.total() < limit and not stopping():
            letter = _lease(clock())
            if letter is None:
                break
            if letter.unsolicited and not may_write_to(letter.to):
                _drop(letter, clock())
                counts[LetterState.DISCARDED] += 1
                continue
            fault = _send(letter, line, clock)
            counts[fault.outcome if fault else TryOutcome.SENT] += 1
            if fault and fault.ends_round:
                break
    if counts:
        log.info("Letters: %s", ", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
    return counts


def _lease(at: datetime) -> Letter | None:
    """Take the letter that is due longest, for ``LEASE``. None when there is none, or another was faster."""
    with transaction.atomic():
        # SQLite has no row locks: there a transaction has the whole file from its beginning (settings).
        letter = Letter.objects.due(at).select_for_update(skip_locked=True).first()
        if letter is None:
            return None
        if letter.state == LetterState.SENDING:
            _note(letter, TryOutcome.INTERRUPTED, INTERRUPTED, at)
        before = Letter.objects.filter(pk=letter.pk, state=letter.state, lease=letter.lease)
        letter.state = LetterState.SENDING
        letter.lease = uuid.uuid4()
        letter.attempts += 1
        letter.next_try_at = at + LEASE
        letter.give_up_at = letter.give_up_at or at + GIVE_UP_AFTER
        changed = ("state", "lease", "attempts", "next_try_at", "give_up_at")
        return letter if before.update(**{name: getattr(letter, name) for name in changed}) else None


def _send(letter: Letter, line: MailLine, clock: Callable[[], datetime]) -> Fault | None:
    """Try once, and store what came of it before anything else is done."""
    try:
        line.hand_over(message_for(letter, clock()))
    except Exception as error:
        fault = judge(error)
        log.warning("Letter %s (%s) was not sent: %s", letter.pk, letter.kind, fault.words)
        if fault.ends_round:
            line.hang_up()
        _failed(letter, fault, clock())
        return fault
    _succeeded(letter, clock())
    return None


def _succeeded(letter: Letter, at: datetime) -> None:
    """Also when the lease ran out meanwhile: the letter has gone."""
    with transaction.atomic():
        if Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=at, lease=None, next_try_at=at):
            _note(letter, TryOutcome.SENT, "", at)


def _failed(letter: Letter, fault: Fault, at: datetime) -> None:
    """Put it off, or give it up: at once when it is refused for good, after two days otherwise."""
    last = letter.give_up_at or at
    gives_up = fault.outcome == TryOutcome.PERMANENT or at >= last
    pause = PAUSES[min(letter.attempts, len(PAUSES)) - 1]
    with transaction.atomic():
        if Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(
            state=LetterState.STUCK if gives_up else LetterState.WAITING,
            lease=None,
            next_try_at=at if gives_up else min(at + pause, last),
        ):
            _note(letter, fault.outcome, fault.words, at)


def _drop(letter: Letter, at: datetime) -> None:
    """The reader asked for no such letters after it was written."""
    Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(
        state=LetterState.DISCARDED, lease=None, discarded_at=at
    )


def _note(letter: Letter, outcome: TryOutcome, words: str, at: datetime) -> None:
    LetterTry.objects.create(letter_id=letter.pk, outcome=outcome, words=words, at=at)
