from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from home.models import AssociationSettings

if TYPE_CHECKING:
    from program.models import ProgramCycle


def validate_cycle(cycle: "ProgramCycle") -> None:
    """Let a cycle through whose dates follow one another; name the field of each that doesn't.

    Raises a ``ValidationError`` with a message per field. Dates not given are not compared.
    """
    opens, closes = cycle.window_opens_at, cycle.window_closes_at
    errors = {}
    if opens and closes and closes <= opens:
        errors["window_closes_at"] = "Sign-up closes before it opens. Choose a later closing time."
    if closes and cycle.matched_by and cycle.matched_by < AssociationSettings.load().local_date(closes):
        errors["matched_by"] = "Pairs can't be matched before sign-up has closed. Choose a later day."
    if cycle.matched_by and cycle.starts_on and cycle.starts_on < cycle.matched_by:
        errors["starts_on"] = "The cycle starts before pairs are matched. Choose a later day."
    if cycle.starts_on and cycle.ends_on and cycle.ends_on <= cycle.starts_on:
        errors["ends_on"] = "The cycle ends before it starts. Choose a later day."
    if errors:
        raise ValidationError(errors)
