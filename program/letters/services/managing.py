"""What staff may do with a letter: send it again, or send it to nobody. Both are logged under their name."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.log_actions import log

from home.models import User
from program.letters.addresses import new_message_id
from program.letters.enums import LetterState
from program.letters.models import Letter

RESENDABLE = (LetterState.STUCK, LetterState.SENT, LetterState.KEPT)
DISCARDABLE = (LetterState.WAITING, LetterState.STUCK)


class NotFitting(Exception):
    """The letter is no longer where this can be done with it."""


def may_be_resent(letter: Letter) -> bool:
    return letter.state in RESENDABLE


def may_be_discarded(letter: Letter) -> bool:
    return letter.state in DISCARDABLE


def resend(*, letter: Letter, by: User, at: datetime) -> None:
    """Have the worker send ``letter`` (once more), for another two days if need be.

    A letter that was stuck keeps its Message-ID. One that was sent gets another: mail programs hide a
    second copy under the first one's name, and somebody asked for it. Raises ``NotFitting``.
    """
    with transaction.atomic():
        current = _locked(letter, RESENDABLE)
        if current.state == LetterState.SENT:
            current.message_id = new_message_id()
        kept = settings.LETTERS_ARE == "kept"
        current.state = LetterState.KEPT if kept else LetterState.WAITING
        current.attempts, current.give_up_at, current.next_try_at = 0, None, at
        current.resent_at, current.resent_by = at, by
        current.save()
        log(instance=current, action="letters.resend", user=by)


def discard(*, letter: Letter, by: User, at: datetime) -> None:
    """Send ``letter`` to nobody. It stays in the register. Raises ``NotFitting``, also when it is just being sent."""
    with transaction.atomic():
        current = _locked(letter, DISCARDABLE)
        current.state = LetterState.DISCARDED
        current.discarded_at, current.discarded_by = at, by
        current.save(update_fields=["state", "discarded_at", "discarded_by"])
        log(instance=current, action="letters.discard", user=by)


def _locked(letter: Letter, states: Iterable[Any]) -> Letter:
    current = Letter.objects.select_for_update().get(pk=letter.pk)
    if current.state not in states:
        raise NotFitting
    return current
