"""Taking away what letters say: when what they are about is deleted, and when they are old."""

from datetime import datetime, timedelta

from django.db import transaction

from program.letters.enums import LetterState
from program.letters.models import Letter, LetterLink
from program.letters.querysets import LetterQuerySet

KEPT = timedelta(days=730)
UNSENT = (LetterState.WAITING, LetterState.SENDING, LetterState.STUCK)


def forget(letters: LetterQuerySet, at: datetime) -> int:
    """Blank who ``letters`` went to and what they said; what was not sent yet is discarded. Returns how many.

    That there was a letter, of which kind and when, stays. Safe to repeat.
    """
    with transaction.atomic():
        known = list(letters.filter(forgotten_at=None).select_for_update().values_list("pk", flat=True))
        forgotten = Letter.objects.filter(pk__in=known)
        forgotten.filter(state__in=UNSENT).update(state=LetterState.DISCARDED, discarded_at=at, lease=None)
        LetterLink.objects.filter(letter__in=known).delete()
        return forgotten.update(to="", to_name="", subject="", text="", reply_to="", forgotten_at=at)


def delete_old(at: datetime) -> int:
    """Delete letters that are done with and older than two years. A chore of the worker; safe to repeat."""
    old = Letter.objects.filter(written_at__lt=at - KEPT).exclude(state__in=(LetterState.WAITING, LetterState.SENDING))
    deleted = 0
    # A few hundred at a time, so that nobody waits long for a lock.
    while keys := list(old.values_list("pk", flat=True)[:500]):
        Letter.objects.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
