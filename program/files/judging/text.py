"""Plain text: words in any script, and nothing that a program would take for something else."""

import codecs
import re
from io import BytesIO
from typing import Any

from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Tab, the ends of lines and of pages are text; every other control character is a sign of something else.
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# What a browser or a word processor would run or draw.
MARKED_UP = re.compile(
    r"\s*(<(!doctype|html|head|body|script|svg|\?xml|iframe|!--)|{\\rtf|%!ps|mime-version:|content-type:)",
    re.IGNORECASE,
)


def judge(file: Any, limits: Limits) -> tuple[Any, None]:
    """The same text as UTF-8, without a mark of byte order."""
    return BytesIO(_read(file, limits).encode()), None


def refuse_what_is_no_text(file: Any, limits: Limits) -> None:
    """Raise ``Refused`` unless the whole of ``file`` is plain text."""
    words = _read(file, limits)
    if MARKED_UP.match(words):
        raise Refused("kind", what="a web page, a drawing or another marked-up file", kinds=limits.kinds_in_words)


def _read(file: Any, limits: Limits) -> str:
    file.seek(0)
    sent = file.read()
    try:
        words = _decode(sent)
    except UnicodeDecodeError:
        raise Refused("not_text", kinds=limits.kinds_in_words) from None
    if CONTROLS.search(words):
        raise Refused("not_text", kinds=limits.kinds_in_words)
    return words


def _decode(sent: bytes) -> str:
    if sent.startswith(UTF_16):
        return sent.decode("utf-16")
    try:
        return sent.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Windows wrote before.
        return sent.decode("cp1252")
