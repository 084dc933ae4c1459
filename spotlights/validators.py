from django.core.exceptions import ValidationError


class ConsentMissing(ValidationError):
    """A spotlight would become public without somebody's recorded yes."""


def validate_consent(colleague) -> None:
    """Let a record of consent through that makes sense; name the field of each that doesn't."""
    errors = {}
    if colleague.consents_to_text and not colleague.consented_on:
        errors["consented_on"] = "Write the day they said yes."
    if colleague.withdrawn_on and not colleague.consented_on:
        errors["withdrawn_on"] = "They can only withdraw a yes they have given. Write the day they said yes."
    elif colleague.withdrawn_on and colleague.withdrawn_on < colleague.consented_on:
        errors["withdrawn_on"] = "They withdrew before they said yes. Check the two days."
    if errors:
        raise ValidationError(errors)


def validate_everyone_consented(colleagues, shows_photo: bool) -> None:
    """Refuse a public page while a colleague on it has not said yes to what it shows.

    ``colleagues`` are the rows as they would be published. Raises ``ConsentMissing``, which names
    the people to ask.
    """
    colleagues = list(colleagues)
    if not colleagues:
        raise ConsentMissing("Name at least one colleague: a spotlight shines on somebody.")
    missing = [colleague.name for colleague in colleagues if not colleague.has_consented]
    if missing:
        raise ConsentMissing(
            f"Not yet: no yes to the text is recorded from {' and '.join(missing)}. "
            "Save a draft, ask, and write their yes under “Their yes, in writing”."
        )
    without_photo = [colleague.name for colleague in colleagues if not colleague.consents_to_photo]
    if shows_photo and without_photo:
        raise ConsentMissing(
            f"Not yet: {' and '.join(without_photo)} has not said yes to photos. Take the photos out, or ask."
        )
