"""Where an application stands and how it came there, in the applicant's words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from program.calls.enums import Status
from program.calls.models import Application

# So long after sending, the page of an application reads as the receipt for it.
JUST_SENT = timedelta(minutes=30)


@dataclass(frozen=True)
class Step:
    at: datetime
    words: str


def is_just_sent(application: Application, at: datetime) -> bool:
    """Whether nothing has happened since the answers came in a moment ago."""
    untouched = application.status == Status.RECEIVED and application.corrected_at is None
    return untouched and at - application.received_at <= JUST_SENT


def steps(application: Application) -> list[Step]:
    """What happened, the first step first. A move between two statuses of the same public name is no step."""
    taken = [Step(application.received_at, "Received")]
    for change in application.status_changes.order_by("at", "pk"):
        words = Status(change.to_status).public_name
        if words != Status(change.from_status).public_name:
            taken.append(Step(change.at, words))
    if application.corrected_at:
        taken.append(Step(application.corrected_at, "You corrected your answers"))
    return sorted(taken, key=lambda step: step.at)
