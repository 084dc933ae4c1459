from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import filetype
from django.core.files.base import File

from program.files import names
from program.files.enums import Kind
from program.files.judging import office, pdf, pictures, text
from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

HEAD = 8192
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What other files are opened by; any other ending is part of a name (“minutes.v2”, “Letter by J.R.S”).
PROGRAMS = {"app", "bat", "cmd", "com", "exe", "hta", "jar", "js", "lnk", "msi", "php", "ps1", "py", "scr", "sh", "vbs"}
PAPERS = {
    "doc",
    "docm",
    "dot",
    "dotm",
    "dotx",
    "ods",
    "ott",
    "pages",
    "ppt",
    "pptm",
    "pptx",
    "rtf",
    "xls",
    "xlsm",
    "xlsx",
}
PICTURES = {"ai", "avif", "bmp", "gif", "heic", "heif", "psd", "svg", "tif", "tiff", "webp"}
ARCHIVES = {"7z", "bz2", "epub", "gz", "iso", "rar", "tar", "zip"}
PLAYED_AND_READ = {"eml", "htm", "html", "mht", "mov", "mp3", "mp4", "msg", "ps", "wav", "xhtml", "xml"}
KNOWN_ENDINGS = {ending for kind in Kind for ending in kind.endings} | PROGRAMS | PAPERS | PICTURES | ARCHIVES
KNOWN_ENDINGS |= PLAYED_AND_READ


@dataclass(frozen=True)
class Judged:
    """A file that is taken: what it is, what to store (at its beginning), how many pages it has if it has any."""

    kind: Kind
    content: Any  # a binary file
    pages: int | None = None


# (file, limits) → what to store, pages
JUDGES: dict[Kind, Callable[[Any, Limits], tuple[Any, int | None]]] = {
    Kind.PDF: pdf.judge,
    Kind.DOCX: office.judge_docx,
    Kind.ODT: office.judge_odt,
    Kind.TXT: text.judge,
    Kind.JPEG: pictures.judge,
    Kind.PNG: pictures.judge,
}


def judge(file: File, limits: Limits) -> Judged:
    """Say what ``file`` is, by its content, or raise ``Refused`` with why it is not taken.

    ``file`` is read and not changed. A picture is drawn anew, without what cameras and programs write beside it;
    text becomes UTF-8; all else is stored as it came.
    """
    if not file.size:
        raise Refused("empty")
    if file.size > limits.max_bytes:
        raise Refused("too_large", size=limits.size_in_words)
    kind = _kind_of(file, limits)
    if kind not in limits.kinds:
        raise Refused("kind", what=_a(kind), kinds=limits.kinds_in_words)
    _refuse_a_false_name(file.name or "", kind, limits)
    file.seek(0)
    content, pages = JUDGES[kind](file, limits)
    if pages and limits.max_pages and pages > limits.max_pages:
        raise Refused("too_many_pages", pages=pages, most=limits.max_pages)
    content.seek(0)
    return Judged(kind, content, pages)


def _kind_of(file: File, limits: Limits) -> Kind:
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head.startswith(b"PK\x03\x04"):
        return office.kind_of(file, limits)
    if head.startswith(OLD_OFFICE):
        file.seek(0)
        # The name of the stream that a locked .docx is wrapped in.
        if "EncryptedPackage".encode("utf-16-le") in file.read(limits.max_bytes):
            raise Refused("encrypted")
        raise Refused("old_word", kinds=limits.kinds_in_words)
    if b"%PDF-" in head:
        raise Refused("something_added")
    try:
        text.refuse_what_is_no_text(file, limits)
    except Refused:
        # Asked last: two letters are enough for it (“BM” is a picture), and words may begin with any.
        if known := filetype.guess(head):
            what = f"a file of the type {known.extension.upper()}"
            raise Refused("kind", what=what, kinds=limits.kinds_in_words) from None
        raise
    return Kind.TXT


def _refuse_a_false_name(name: str, kind: Kind, limits: Limits) -> None:
    """An ending that belongs to another kind of file."""
    ending = names.ending_of(name)
    if ending in KNOWN_ENDINGS and ending not in kind.endings:
        raise Refused("renamed", ending=ending, what=_a(kind), kinds=limits.kinds_in_words)


def _a(kind: Kind) -> str:
    return {Kind.TXT: "plain text", Kind.ODT: f"an {kind.label} document"}.get(kind, f"a {kind.label} file").replace(
        "picture file", "picture"
    )
