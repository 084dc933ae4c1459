"""Asking clamd about a file, where the site has one (``CLAMAV_URL``): its INSTREAM command, and nothing else."""

import logging
import socket
import struct
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from program.files.judging import Refused

logger = logging.getLogger(__name__)

CHUNK = 64 * 1024
# In seconds; a web process gives a request sixty.
PATIENCE = 20
LONGEST_ANSWER = 4096


def scan(file: Any) -> None:
    """Raise ``Refused`` where clamd finds something in ``file``, or where it can't say. Without clamd, do nothing."""
    if not settings.CLAMAV_URL:
        return
    file.seek(0)
    try:
        answer = _ask(file)
    except OSError as problem:
        answer = f"no answer: {problem}"
    if answer.endswith(" FOUND"):
        logger.warning("clamd found %s", answer)
        raise Refused("infected")
    if answer != "stream: OK":
        logger.error("clamd could not check a file: %s", answer)
        raise Refused("not_checked")


def _ask(file: Any) -> str:
    until = monotonic() + PATIENCE
    with _connect() as clamd:
        try:
            clamd.sendall(b"zINSTREAM\0")
            while chunk := file.read(CHUNK):
                clamd.settimeout(_left(until))
                clamd.sendall(struct.pack("!L", len(chunk)) + chunk)
            clamd.sendall(struct.pack("!L", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # It has heard enough, for instance that the file is too large for it; its answer says so.
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            clamd.settimeout(_left(until))
            part = clamd.recv(LONGEST_ANSWER)
            if not part:
                break
            answer += part
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()


def _connect() -> socket.socket:
    url = urlsplit(settings.CLAMAV_URL)
    if url.scheme == "unix":
        clamd = socket.socket(socket.AF_UNIX)
        clamd.settimeout(PATIENCE)
        try:
            clamd.connect(url.path)
        except OSError:
            clamd.close()
            raise
        return clamd
    return socket.create_connection((url.hostname, url.port or 3310), timeout=PATIENCE)


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError("it takes too long")
    return left
