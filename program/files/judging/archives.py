"""What Word and OpenDocument files are made of: an archive, looked through before anything in it is believed."""

import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import Any

from program.files.judging.limits import MEGABYTE
from program.files.judging.refusals import Refused

MAX_ENTRIES = 2000
MAX_UNPACKED = 100 * MEGABYTE
# One part may be empty paper, which packs well; the whole may not be.
MAX_RATIO = 200
SMALL = MEGABYTE
END_RECORD = struct.Struct("<4s4H2LH")
CHUNK = 64 * 1024
FOREIGN_HEADS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ", b"\x7fELF", b"%PDF-", b"Rar!", b"7z\xbc\xaf")


class Archive:
    """An archive whose list of contents has been found honest; ``part`` reads one of them."""

    def __init__(self, file: Any):
        """Raises ``Refused`` where the archive is damaged, locked, or more or other than it says."""
        _refuse_what_is_around(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
            raise Refused("damaged") from None
        self.entries = self._zip.infolist()
        self.names = {entry.filename for entry in self.entries}
        self._refuse_what_the_list_tells(file.size)

    def _refuse_what_the_list_tells(self, size: int) -> None:
        if len(self.entries) > MAX_ENTRIES or sum(entry.file_size for entry in self.entries) > MAX_UNPACKED:
            raise Refused("bomb")
        # Parts that lie over one another are packed once and unpacked many times.
        if sum(entry.compress_size for entry in self.entries) > size:
            raise Refused("bomb")
        if len(self.names) != len(self.entries):
            raise Refused("something_added")
        for entry in self.entries:
            if entry.flag_bits & 1:
                raise Refused("encrypted")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Refused("damaged")
            if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
                raise Refused("bomb")
            if _leads_outside(entry.orig_filename) or stat.S_ISLNK(entry.external_attr >> 16):
                raise Refused("something_added")

    def part(self, name: str, *, most: int = 32 * MEGABYTE) -> bytes:
        """The content of ``name``; nothing where there is no such part."""
        if name not in self.names:
            return b""
        if self._zip.getinfo(name).file_size > most:
            raise Refused("bomb")
        return b"".join(self._read(self._zip.getinfo(name)))

    def refuse_foreign_parts(self) -> None:
        """Read every part to its end: it has to hold what the list says, and be no file of another kind."""
        for entry in self.entries:
            for number, chunk in enumerate(self._read(entry)):
                if number == 0 and chunk.startswith(FOREIGN_HEADS):
                    raise Refused("attachment")

    def _read(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(CHUNK):
                    yield chunk
        except Refused:
            raise
        except Exception:  # A wrong checksum, a cut-off part, a name that differs between list and part.
            raise Refused("damaged") from None


def _refuse_what_is_around(file: Any) -> None:
    """The list of contents ends the file, and begins where the record at the end says, counted from the first byte."""
    file.seek(max(0, file.size - END_RECORD.size))
    record = file.read(END_RECORD.size)
    if len(record) < END_RECORD.size:
        raise Refused("damaged")
    mark, _, _, _, _, size, offset, comment = END_RECORD.unpack(record)
    if mark != b"PK\x05\x06" or comment:
        file.seek(0)
        raise Refused("something_added" if b"PK\x05\x06" in file.read() else "damaged")
    if offset + size + END_RECORD.size != file.size:
        raise Refused("something_added")


def _leads_outside(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\x00" in name or ":" in name or ".." in name.split("/")
