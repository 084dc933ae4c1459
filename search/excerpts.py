"""The words around a match, with the match marked."""

import re
from collections.abc import Iterator

from django.utils.html import conditional_escape, format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.search import index

LENGTH = 220


def words_of(query: str) -> list[str]:
    """The words of a query that are worth marking, the longest first."""
    return sorted({word for word in re.findall(r"\w+", query) if len(word) > 1}, key=len, reverse=True)


def marked(text: str, words: list[str]) -> SafeString:
    """``text`` escaped, with each of ``words`` (as the beginning of a word, in any case) in a ``<mark>``."""
    if not words:
        return conditional_escape(text)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})", re.IGNORECASE)
    pieces = pattern.split(text)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if i % 2 else piece,) for i, piece in enumerate(pieces))
    )


def excerpt(page: Page, words: list[str]) -> SafeString:
    """About two lines of the page around the first match, or its summary where the title alone matched."""
    summary = getattr(page, "summary", "") or page.search_description
    # A longer text says more about the match than the name of a group does.
    for text in (summary, *sorted(_texts(page), key=len, reverse=True)):
        position = _position(text, words)
        if position is not None:
            return marked(_cut(text, position), words)
    return marked(_cut(summary, 0), words)


def _texts(page: Page) -> Iterator[str]:
    """The page's own searchable texts, without mark-up; related rows would cost a query each."""
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name != "title":
            value = field.get_value(page)
            text = " ".join(value) if isinstance(value, list | tuple) else str(value or "")
            yield " ".join(strip_tags(text.replace("<", " <")).split())


def _position(text: str, words: list[str]) -> int | None:
    lowered = text.lower()
    positions = [lowered.find(word.lower()) for word in words]
    return min((position for position in positions if position >= 0), default=None)


def _cut(text: str, position: int) -> str:
    if len(text) <= LENGTH:
        return text
    start = max(0, position - LENGTH // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    piece = text[start : start + LENGTH]
    if start + LENGTH < len(text):
        piece = piece.rsplit(" ", 1)[0] + " …"
    return ("… " if start else "") + piece
