"""What an applicant agrees to by sending: who reads and decides, when they hear, how long the answers are kept."""

import calendar
from datetime import date
from typing import Any

from home.models import AssociationSettings
from program.calls.models import CallPage


def terms_of(call: CallPage) -> dict[str, Any]:
    """The promises of ``call`` as they stand now, as JSON keeps them. A later edit of the call touches no copy."""
    return {
        "who_reads": call.who_reads,
        "who_decides": call.who_decides,
        "kept_months": call.kept_months,
        "hear_by": call.hear_by.isoformat() if call.hear_by else None,
    }


def keep_until(call: CallPage, association: AssociationSettings) -> date:
    """The last day on which an answer to ``call`` is kept: so many months after the closing day where people are."""
    if call.closes_at is None:
        raise ValueError("A call without a closing day takes no answers")
    return _months_later(association.local_date(call.closes_at), call.kept_months)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
