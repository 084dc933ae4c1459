"""The HTML of a letter, made from its text: paragraphs, quotations, and links to this site alone.

A line that ends with a colon above a line that is an address of this site becomes a button:

    Read your answers again:
    https://mentoring.example.org/my/answers/…/
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from css_inline import CSSInliner
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from program.letters.addresses import absolute
from program.letters.words import MASK

# What stands alone on a line between the words of a letter and its foot.
FOOT = "--"
_TOKEN = re.compile(r"--([a-z-]+):\s*([^;]+);")
_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
_DARK = "@media (prefers-color-scheme: dark)"


@dataclass(frozen=True)
class Part:
    """A paragraph: its words, a quotation of somebody else, or a door to a page of this site (which staff see shut)."""

    kind: str
    words: SafeString | str
    address: str = ""


def html_of(text: str, *, subject: str, program_name: str) -> str:
    """The whole HTML of a letter, its style in each element. ``text`` has its addresses filled in."""
    words, found, foot = text.rpartition(f"\n{FOOT}\n")
    html = render_to_string(
        "letters/letter.html",
        {
            "subject": subject,
            "program_name": program_name,
            "home": absolute("/"),
            "parts": _parts(words if found else text),
            "foot": _parts(foot if found else ""),
        },
    )
    return _inliner().inline(html)


def _parts(text: str) -> list[Part]:
    found = []
    for paragraph in text.strip().split("\n\n"):
        # Words and a quotation may follow one another without an empty line.
        for is_quote, lines in groupby(paragraph.split("\n"), key=lambda line: line.startswith(">")):
            set_in_type = _quote if is_quote else _part
            found.append(set_in_type(list(lines)))
    return [part for part in found if part.words]


def _quote(lines: list[str]) -> Part:
    return Part("quote", "\n".join(line.removeprefix(">").strip() for line in lines))


def _part(lines: list[str]) -> Part:
    if len(lines) == 2 and lines[0].endswith(":"):
        words, address = lines[0].removesuffix(":"), lines[1]
        if address == MASK:
            return Part("door", words)
        if address.startswith(absolute("/")) and " " not in address:
            return Part("door", words, address)
    return Part("words", _with_links("\n".join(lines)))


def _with_links(text: str) -> SafeString:
    """``text`` escaped, with this site's own addresses as links; no other address is one."""
    pieces = re.split(f'({re.escape(absolute("/"))}[^\\s<>"“”]*[^\\s<>"“”.,;:!?)])', text)
    linked = [
        format_html('<a href="{}">{}</a>', piece, piece) if index % 2 else escape(piece)
        for index, piece in enumerate(pieces)
    ]
    return mark_safe("".join(linked))  # noqa: S308 - each piece was escaped above


@lru_cache(maxsize=1)
def _inliner() -> CSSInliner:
    """Puts static/css/letter.css into the elements, and keeps its block for dark screens in the head."""
    tokens, style = (_static(f"css/{name}.css") for name in ("tokens", "letter"))
    light, dark = tokens.split(_DARK)[:2]
    light_values = dict(_TOKEN.findall(light))
    dark_values = light_values | dict(_TOKEN.findall(dark.split("@media print")[0]))
    plain, _, in_the_dark = style.partition(_DARK)
    css = _filled(plain, light_values) + _DARK + _filled(in_the_dark, dark_values)
    return CSSInliner(extra_css=css, keep_at_rules=True, load_remote_stylesheets=False)


def _filled(css: str, values: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda found: values[found[1]].replace('"', "'"), css)


def _static(name: str) -> str:
    path = finders.find(name)
    if not path:
        raise FileNotFoundError(f"static/{name} is missing beside {settings.BASE_DIR}")
    with open(path, encoding="utf-8") as file:
        return file.read()
