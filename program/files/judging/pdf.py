"""PDF: whole, open to everybody, and nothing in it that acts by itself."""

import atexit
import os
import select
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

READER = Path(__file__).with_name("pdf_reader.py")
# In seconds. An honest PDF takes a tenth of one.
PATIENCE = 10
TAIL = 1024
END = b"%%EOF"
NO_LIMIT = 2**32 - 1
# Where an interpreter finds its own parts; the process learns nothing else of where it runs.
ITS_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def judge(file: Any, limits: Limits) -> tuple[Any, int]:
    """The file as it came, and its number of pages."""
    _refuse_what_is_added(file)
    file.seek(0)
    answer = reader.ask(file.read(), limits.max_pages or NO_LIMIT)
    if not answer.isdigit():
        raise Refused(answer)
    return file, int(answer)


def _refuse_what_is_added(file: Any) -> None:
    """Bytes behind the end, or an archive whose end is this file's end: one file that is two."""
    file.seek(max(0, file.size - TAIL))
    tail = file.read(TAIL)
    end = tail.rfind(END)
    if end < 0:
        file.seek(0)
        raise Refused("something_added" if END in file.read() else "damaged")
    if tail[end + len(END) :].strip(b"\r\n\t\x00 ") or zipfile.is_zipfile(file):
        raise Refused("something_added")


class Reader:
    """The process that looks into PDFs, one at a time; started at the first, started anew where it was lost."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Any = None  # a Popen
        self._started_by = 0

    def ask(self, content: bytes, max_pages: int) -> str:
        """The number of pages, or the code of a refusal. One that takes too long or too much is too complex."""
        with self._lock:
            process = self._running()
            try:
                process.stdin.write(len(content).to_bytes(8) + max_pages.to_bytes(4) + content)
                process.stdin.flush()
                answer = _line_of(process)
            except BrokenPipeError:
                answer = ""
            if answer in ("", "too_complex"):
                self._stop()
            return answer or "too_complex"

    def _running(self) -> Any:
        # A process that was there before this one parted from its parent is the parent's.
        if self._process and self._started_by == os.getpid() and self._process.poll() is None:
            return self._process
        self._stop()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own file
            [sys.executable, "-I", READER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={name: os.environ[name] for name in ITS_VARIABLES if name in os.environ},
        )
        self._started_by = os.getpid()
        if _line_of(self._process) != "ready":
            self._stop()
            raise RuntimeError("The process that looks into PDFs does not start; its own words are in the log.")
        return self._process

    def _stop(self) -> None:
        if self._process and self._started_by == os.getpid():
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(BrokenPipeError):  # What it was still being told; nobody will hear it.
                    pipe.close()
        self._process = None


def _line_of(process: Any) -> str:
    """The next line that ``process`` writes; nothing where it ends or takes too long."""
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    return process.stdout.readline().decode().strip() if ready else ""


reader = Reader()
atexit.register(reader._stop)
