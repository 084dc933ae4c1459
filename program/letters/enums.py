"""The words of letters. A leaf: imports nothing of ours."""

from django.db.models import TextChoices


class LetterState(TextChoices):
    """Where a letter is. ``services.delivering`` and ``services.managing`` move it, nothing else."""

    WAITING = "waiting", "Waiting"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    STUCK = "stuck", "Stuck"
    DISCARDED = "discarded", "Discarded"
    # Outside production: written, and going nowhere.
    KEPT = "kept", "Kept here"


class TryOutcome(TextChoices):
    """What came of one try to send a letter."""

    SENT = "sent", "Sent"
    TRANSIENT = "transient", "Not now"
    PERMANENT = "permanent", "Refused"
    INTERRUPTED = "interrupted", "Broken off"
