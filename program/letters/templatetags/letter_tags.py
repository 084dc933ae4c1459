"""What the text of a letter needs."""

from django import template

from home.templatetags.moments import in_words

register = template.Library()
register.filter("in_words", in_words)


@register.filter
def quoted(text: str) -> str:
    """Somebody else's words, each line behind a sign that says so."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
