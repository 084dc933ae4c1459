"""A table as CSV or XLSX, row by row, so that memory stays flat; no cell of it can act as a formula."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from defusedcsv import csv
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# By these three bytes Excel knows that a CSV is UTF-8.
MARK_OF_UTF_8 = "\ufeff"
FORMULA_BEGINS_WITH = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
WHITE_THAT_HIDES_ONE = ("\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """``value`` so that no spreadsheet takes it for a formula: text that looks like one begins with an apostrophe."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    if text.startswith(WHITE_THAT_HIDES_ONE) or text.lstrip().startswith(FORMULA_BEGINS_WITH):
        return f"'{text}"
    return text


def csv_lines(rows: Iterable[list[Any]]) -> Iterator[str]:
    """The lines of a CSV file, each made when it is asked for."""
    # In quotes, all of them: where a semicolon parts cells, a formula behind one would stand in a cell of its own.
    writer = csv.writer(_Passing(), quoting=csv.QUOTE_ALL)
    yield MARK_OF_UTF_8
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])


def xlsx_file(rows: Iterable[list[Any]], title: str) -> IO[bytes]:
    """An open temporary file with a workbook of one sheet; gone when it is closed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([harmless(value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asked for it closes it, once it is sent
    book.save(file)
    file.seek(0)
    return file


class _Passing:
    """A file that keeps nothing: what is written is handed on."""

    def write(self, line: str) -> str:
        return line
