"""Looks into PDFs in a process of its own: ``python pdf_reader.py``, started by ``pdf.py``.

A PDF of a few kilobytes can ask for gigabytes, or end the process that reads it. So this one has little memory,
may be killed at any time, and knows neither the site nor its secrets. It reads eight bytes that say how
long a PDF is, and the PDF; it answers with one line: the number of pages, or the code of a refusal.
"""

import io
import resource
import signal
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
import pikepdf.settings

MEGABYTE = 1024 * 1024
# Address space: the interpreter and qpdf take a quarter of it.
MEMORY = 768 * MEGABYTE
# What one packed part may unpack to. Only lists of objects are unpacked here, never pictures or text.
UNPACKED = 8 * MEGABYTE
QPDF_LIMITS: dict[str, Any] = {
    "doc_max_warnings": 100,
    "parser_max_nesting": 100,
    "parser_max_container_size": 100_000,
    "max_stream_filters": 2,
    "flate_max_memory": UNPACKED,
    "png_max_memory": UNPACKED,
    "tiff_max_memory": UNPACKED,
    "run_length_max_memory": UNPACKED,
    "dct_max_memory": UNPACKED,
}
MAX_OBJECTS = 100_000
ACTING_KEYS = {"/JS", "/JavaScript", "/RichMedia", "/XFA"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/GoToE", "/GoToR"}
ACTING_ANNOTATIONS = {"/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"}
ATTACHED_KEYS = {"/EmbeddedFiles", "/EF"}


class Found(Exception):
    """Something for which the PDF is refused; its argument is the code."""


def look(file: Any, max_pages: int) -> int:
    """The number of pages of the PDF in ``file``, or ``Found``. One with more than ``max_pages`` is not searched."""
    try:
        with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise Found("encrypted")
            pages = len(document.pages)
            if not pages:
                raise Found("damaged")
            if pages <= max_pages:
                _search(document)
            return pages
    except pikepdf.PasswordError:
        raise Found("encrypted") from None
    except (Found, MemoryError):
        raise
    except Exception:  # Whatever the damage leads to: qpdf's errors, and Python's where an object is not what it says.
        raise Found("damaged") from None


def _search(document: pikepdf.Pdf) -> None:
    if len(document.objects) > MAX_OBJECTS:
        raise Found("too_complex")
    for thing in document.objects:
        waiting = [thing]
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Stream):
                waiting.append(each.stream_dict)
            elif isinstance(each, pikepdf.Dictionary):
                _search_keys(each)
                waiting.extend(_direct(value for _, value in each.items()))
            elif isinstance(each, pikepdf.Array):
                waiting.extend(_direct(each))


def _direct(values: Iterable[Any]) -> Iterator[pikepdf.Object]:
    """Containers that stand within another; those that stand alone come by themselves."""
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield value


def _search_keys(dictionary: pikepdf.Dictionary) -> None:
    keys = set(dictionary.keys())
    subtype = _name(dictionary, "/Subtype") if "/Subtype" in keys else ""
    action = _name(dictionary, "/S") if "/S" in keys else ""
    if keys & ATTACHED_KEYS or subtype == "/FileAttachment":
        raise Found("attachment")
    if keys & ACTING_KEYS or subtype in ACTING_ANNOTATIONS or action in ACTIONS:
        raise Found("active")


def _name(dictionary: pikepdf.Dictionary, key: str) -> str:
    value = dictionary[key]
    return str(value) if isinstance(value, pikepdf.Name) else ""


def main() -> None:
    # Whoever stops the site stops its processes all at once; this one ends when nobody can ask any more.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pikepdf.settings.set_qpdf_limits(**QPDF_LIMITS)
    asked, answers = sys.stdin.buffer, sys.stdout
    print("ready", file=answers, flush=True)
    while head := asked.read(12):
        content = asked.read(int.from_bytes(head[:8]))
        try:
            answer = str(look(io.BytesIO(content), int.from_bytes(head[8:])))
        except Found as found:
            answer = str(found)
        except MemoryError:
            # What is left of this process after that is not to be relied on; the next PDF gets a new one.
            print("too_complex", file=answers, flush=True)
            return
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    main()
