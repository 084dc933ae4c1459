"""What a form says when something is missing or wrong: what to do, in a sentence."""

from django.core.exceptions import ValidationError
from django.http import QueryDict

from program.calls.forms.counting import count_words

UNSTORABLE = "This holds a character that can't be stored. Type the line again, or paste it as plain text."


def put_into_words(field, missing: str) -> None:
    """Give a form field our sentences in place of Django's; ``missing`` is said when it is empty."""
    field.error_messages["required"] = missing
    field.error_messages["null_characters_not_allowed"] = UNSTORABLE
    limit = getattr(field, "max_length", None)
    if limit:
        for validator in field.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = f"Shorten this to {limit:,} characters or fewer; it has %(show_value)s now."


def limit_words(field, most: int) -> None:
    """Take at most so many words in a form field, and let the page count them."""

    def validate(text):
        words = count_words(text)
        if words > most:
            raise ValidationError(f"Shorten this to {most:,} words or fewer; it has {words:,} now.")

    field.validators.append(validate)
    field.widget.attrs["data-words"] = most


def count_as_one_types(field) -> None:
    """Let a page count what is typed without cutting off what is pasted.

    Django would set ``maxlength``, and a browser then drops the end of a longer text without a word.
    """
    limit = field.widget.attrs.pop("maxlength", None)
    if limit:
        field.widget.attrs["data-limit"] = limit


def with_plain_newlines(data: QueryDict) -> QueryDict:
    """``data`` with one character for each end of a line, as the page's counters count them."""
    plain = data.copy()
    for key in plain:
        plain.setlist(key, [value.replace("\r\n", "\n") for value in plain.getlist(key)])
    return plain
