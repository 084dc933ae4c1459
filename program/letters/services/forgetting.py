"""Deleting letters that are old. What they are about takes its letters along when it goes."""

from datetime import datetime, timedelta

from program.letters.enums import LetterState
from program.letters.models import Letter

KEPT = timedelta(days=730)


def delete_old(at: datetime) -> int:
    """Delete letters that are done with and older than two years. A chore of the worker; safe to repeat."""
    old = Letter.objects.filter(written_at__lt=at - KEPT).exclude(state__in=(LetterState.WAITING, LetterState.SENDING))
    deleted = 0
    # A few hundred at a time, so that nobody waits long for a lock.
    while keys := list(old.values_list("pk", flat=True)[:500]):
        Letter.objects.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
