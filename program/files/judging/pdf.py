"""PDF: whole, open to everybody, and nothing in it that acts by itself."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from program.files.judging.limits import MEGABYTE, Limits
from program.files.judging.refusals import Refused

# For the whole process, set when it starts: what a part of a PDF may unpack to while qpdf reads it.
QPDF_LIMITS = {
    "doc_max_warnings": 100,
    "parser_max_nesting": 100,
    "parser_max_container_size": 100_000,
    "max_stream_filters": 2,
    "flate_max_memory": 32 * MEGABYTE,
    "png_max_memory": 32 * MEGABYTE,
    "tiff_max_memory": 32 * MEGABYTE,
    "run_length_max_memory": 32 * MEGABYTE,
    "dct_max_memory": 32 * MEGABYTE,
}
MAX_OBJECTS = 100_000
TAIL = 1024
ACTING_KEYS = {"/JS", "/JavaScript", "/RichMedia", "/XFA", "/AA"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/GoToE"}
ATTACHED_KEYS = {"/EmbeddedFiles", "/EF", "/AF"}
END = b"%%EOF"


def judge(file: Any, limits: Limits) -> tuple[Any, int]:
    """The file as it came, and its number of pages."""
    _refuse_what_is_added(file)
    file.seek(0)
    try:
        with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise Refused("encrypted")
            pages = len(document.pages)
            if not pages:
                raise Refused("damaged")
            if limits.max_pages is None or pages <= limits.max_pages:
                _refuse_what_acts(document)
    except pikepdf.PasswordError:
        raise Refused("encrypted") from None
    except Refused:
        raise
    except Exception:  # Whatever the damage leads to: qpdf's errors, and Python's where an object is not what it says.
        raise Refused("damaged") from None
    return file, pages


def _refuse_what_is_added(file: Any) -> None:
    """Bytes behind the end, or an archive whose end is this file's end: one file that is two."""
    file.seek(max(0, file.size - TAIL))
    tail = file.read(TAIL)
    end = tail.rfind(END)
    if end < 0:
        raise Refused("something_added" if _has_an_end(file) else "damaged")
    if tail[end + len(END) :].strip(b"\r\n\t\x00 ") or zipfile.is_zipfile(file):
        raise Refused("something_added")


def _has_an_end(file: Any) -> bool:
    file.seek(0)
    return END in file.read()


def _refuse_what_acts(document: pikepdf.Pdf) -> None:
    if len(document.objects) > MAX_OBJECTS:
        raise Refused("bomb")
    for thing in document.objects:
        waiting = [thing]
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Stream):
                waiting.append(each.stream_dict)
            elif isinstance(each, pikepdf.Dictionary):
                _refuse_keys(each)
                waiting.extend(_direct(value for _, value in each.items()))
            elif isinstance(each, pikepdf.Array):
                waiting.extend(_direct(each))


def _direct(values: Iterable[Any]) -> Iterator[pikepdf.Object]:
    """Containers that stand within another; those that stand alone come by themselves."""
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield value


def _refuse_keys(dictionary: pikepdf.Dictionary) -> None:
    keys = set(dictionary.keys())
    if keys & ATTACHED_KEYS or dictionary.get("/Subtype") == "/FileAttachment":
        raise Refused("attachment")
    if keys & ACTING_KEYS or str(dictionary.get("/S", "")) in ACTIONS:
        raise Refused("active")
