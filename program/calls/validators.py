from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from home.models import AssociationSettings
from program.calls.enums import Status
from program.calls.placeholders import NAMES, unknown_placeholders, uses

if TYPE_CHECKING:
    from program.calls.models import CallPage, LetterText


class DatesMissing(ValidationError):
    """A call would become public without the times it opens and closes at."""


def validate_has_dates(call: "CallPage", exclude: Collection[str] = ()) -> None:
    """Let a call through that says when it opens and closes; fields in ``exclude`` are not looked at."""
    missing = [name for name in ("opens_at", "closes_at") if name not in exclude and getattr(call, name) is None]
    if missing:
        raise DatesMissing(
            f"“{call.title}” has no dates yet: write when it opens and when it closes on the tab "
            "“Dates and deciding”, then publish it."
        )


def validate_call_dates(call: "CallPage") -> None:
    """Let a call through whose dates follow one another.

    Raises a ``ValidationError`` that names the field and what to do. Dates not given are not compared.
    """
    errors = {}
    if call.opens_at and call.closes_at and call.closes_at <= call.opens_at:
        errors["closes_at"] = "The call closes before it opens. Choose a later closing time."
    if call.closes_at and call.hear_by and call.hear_by < AssociationSettings.load().local_date(call.closes_at):
        errors["hear_by"] = "Applicants can't hear before the call has closed. Choose a later day."
    if call.hear_by and call.term_starts_on and call.term_starts_on < call.hear_by:
        errors["term_starts_on"] = "The term starts before applicants hear. Choose a later day."
    if errors:
        raise ValidationError(errors)


def validate_letter_text(letter: "LetterText") -> None:
    """Let words through whose placeholders are all filled in. Raises a ``ValidationError`` that says which are not."""
    unknown = unknown_placeholders(letter.text)
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in NAMES)
        raise ValidationError(
            {"text": f"Nothing is filled in for {', '.join(unknown)}. Take it out, or write one of {known}."}
        )
    if uses(letter.text, "answer_by") and letter.status != Status.OFFERED:
        raise ValidationError({"text": "Only an offer is answered by a day: take {answer_by} out of this letter."})
