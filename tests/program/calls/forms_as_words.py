"""The form of a call as words, so that two pages can be compared field by field."""

TICKS = {"keep_in_mind", "agreement", "question-about_checkbox"}


# What a page carries that nobody typed.
CARRIED = {"csrfmiddlewaretoken", "asked", "part"}


def plain(values: dict) -> dict:
    """What a form holds, as words: newlines as one sign, ticks as yes, what nobody typed left out."""
    return {
        name: ["yes"] if name in TICKS else [each.replace("\r\n", "\n") for each in value]
        for name, value in values.items()
        if name not in CARRIED
    }
