"""What may stand in a letter. A stranger's words stay plain text that no mail program makes a link of.

Whatever the context of a letter holds is taken for a stranger's single line, unless it is marked:

    Ours(call.title)       words of staff or of the code: kept whole, addresses stay addresses
    Lines(application.why) several lines that a stranger typed: the breaks are kept, addresses are not
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

LINE_CAP = 200
LINES_CAP = 12_000
SUBJECT_CAP = 150
# Characters of private use. They are taken out of all words, so nobody can write a mark.
MARK_START, MARK_END = "\ue000", "\ue001"
# What staff reads in its place: the link is for the reader alone.
MASK = "(personal link)"
MARK = re.compile(f"{MARK_START}([a-z0-9_-]+){MARK_END}")

# At most so long: without a limit a line of letters alone would be looked through once for each of them.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}://|\b(?:mailto|tel|sms|javascript|data):(?=\S)", re.IGNORECASE)
# A dot that mail programs take for one inside an address: before two letters or more. The others are
# dots to a browser, too.
_DOT = re.compile(r"(?<=[\w-])[.\u3002\uff0e\uff61](?=[^\W\d_]{2}|xn--)", re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


class Ours(str):
    """Words that staff or the code wrote: kept whole but for characters that can't be seen."""

    __slots__ = ()


class Lines(str):
    """Several lines that a stranger typed."""

    __slots__ = ()


def mark(name: str) -> str:
    """What stands in a text where the personal link called ``name`` belongs."""
    return f"{MARK_START}{name}{MARK_END}"


def one_line(text: str, cap: int = LINE_CAP) -> str:
    """``text`` on one line, without characters that can't be seen, at most ``cap`` long."""
    return _cut(" ".join(_visible(_BREAK.sub(" ", text)).split()), cap)


def several_lines(text: str, cap: int = LINES_CAP) -> str:
    """``text`` with its breaks, without other characters that can't be seen, at most ``cap`` long."""
    lines = [_visible(line).rstrip() for line in _BREAK.sub("\n", text).split("\n")]
    return _cut("\n".join(lines), cap)


def defused(text: str) -> str:
    """``text`` with nothing that a mail program turns into a link: "https://a.example.org" is "a[.]example[.]org"."""
    return _DOT.sub("[.]", _SCHEME.sub("", text).replace("://", ": "))


def fit_for_a_letter(value: Any) -> Any:
    """``value`` with each string in it cleaned by its mark. Raises ``TypeError`` for what is no plain value.

    Takes strings, numbers, dates, and lists and dicts of them; a template that is given a model could
    reach, through it, words that nobody cleaned.
    """
    if isinstance(value, Ours):
        return several_lines(value)
    if isinstance(value, Lines):
        return defused(several_lines(value))
    if isinstance(value, str):
        return defused(one_line(value))
    if isinstance(value, Promise):
        return several_lines(str(value))
    if value is None or isinstance(value, int | float | Decimal | date | time | timedelta):
        return value
    if isinstance(value, Mapping):
        return {key: fit_for_a_letter(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [fit_for_a_letter(each) for each in value]
    raise TypeError(f"A letter takes words, numbers, dates, lists and dicts of them, not {type(value).__name__}")


def _visible(text: str) -> str:
    """Without control, format, private and unassigned characters; a tab becomes a space."""
    text = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(character for character in text if not unicodedata.category(character).startswith("C"))


def _cut(text: str, cap: int) -> str:
    return text if len(text) <= cap else f"{text[: cap - 1].rstrip()}…"
