from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from program.files.enums import Kind

MEGABYTE = 1024 * 1024
# What a phone's camera makes, and a sheet scanned at 600 dots an inch.
MAX_PIXELS = 40_000_000


@dataclass(frozen=True)
class Limits:
    """What one question takes. Pages are limited where a file has any, pixels where it is a picture."""

    kinds: frozenset[Kind]
    max_bytes: int = 5 * MEGABYTE
    max_pages: int | None = None
    max_pixels: int = MAX_PIXELS

    @property
    def kinds_in_words(self) -> str:
        """For instance “PDF, Word (.docx) or a JPEG picture”, always in the same order."""
        words = [_in_words(kind) for kind in Kind if kind in self.kinds]
        return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]

    @property
    def size_in_words(self) -> str:
        return size_in_words(self.max_bytes)

    @property
    def in_words(self) -> str:
        """For instance “PDF or Word (.docx), up to 5 MB, at most 4 pages”."""
        pages = f", at most {_count(self.max_pages, 'page')}" if self.max_pages else ""
        words = f"{self.kinds_in_words}, up to {self.size_in_words}{pages}"
        return words[0].upper() + words[1:]

    @property
    def accept(self) -> str:
        """For the ``accept`` of a file control: types and endings, as browsers differ in what they know."""
        kinds = [kind for kind in Kind if kind in self.kinds]
        types = [kind.content_type.partition(";")[0] for kind in kinds]
        return ",".join([*types, *(f".{ending}" for kind in kinds for ending in kind.endings)])


def limits(kinds: Iterable[str], **more: Any) -> Limits:
    """Limits from stored values, for instance those of a question's row."""
    return Limits(frozenset(Kind(kind) for kind in kinds), **more)


def size_in_words(size: int) -> str:
    """``size`` in bytes as “5 MB”, “1.5 MB” or “80 kB”."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"
    return f"{max(1, round(size / 1024))} kB"


def _in_words(kind: Kind) -> str:
    return {Kind.JPEG: "a JPEG picture", Kind.PNG: "a PNG picture"}.get(kind, kind.label)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
