"""What of the letters does not fit together, for ``manage.py reconcile``. Names nobody."""

from collections.abc import Iterator
from datetime import datetime

from program.letters.models import Letter


def gaps(*, at: datetime) -> list[str]:
    """What does not fit together, a sentence each; none where all is well."""
    return [*_stuck(), *_overdue(at)]


def _stuck() -> Iterator[str]:
    for pk, kind in Letter.objects.stuck().values_list("pk", "kind"):
        yield f"Letter {pk} ({kind}) is stuck: nobody tries to send it any more."


def _overdue(at: datetime) -> Iterator[str]:
    for pk, kind in Letter.objects.overdue(at).values_list("pk", "kind"):
        yield f"Letter {pk} ({kind}) has been due for over an hour and no worker took it."
