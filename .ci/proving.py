"""What both proofs need: a program that is started, asked over HTTP, and ended as a person would end it."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path


class Broken(Exception):
    """Something the README promises does not hold; the message says what."""


def free_port() -> int:
    with socket.socket() as taking:
        taking.bind(("127.0.0.1", 0))
        return taking.getsockname()[1]


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of one GET."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def expect(port: int, path: str, status: int = 200, **headers: str) -> bytes:
    """The body; raises ``Broken`` for another status."""
    found, _, body = ask(port, path, **headers)
    if found != status:
        raise Broken(f"{path} answered {found}, not {status}.")
    return body


@contextlib.contextmanager
def started(command: list[str], log: Path, *, ends_with: int, **variables: str) -> Iterator[subprocess.Popen]:
    """Run ``command`` in a process group of its own; end it with the signal ``ends_with``, at the latest by force.

    Raises ``Broken`` when it does not end within 20 seconds of being asked to.
    """
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            # What was started in the background may have been told to ignore Ctrl-C, and so would its children.
            preexec_fn=_hear_interrupts,
            env={**os.environ, **variables},
        )
    try:
        yield process
        os.killpg(process.pid, ends_with)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired as error:
            raise Broken(f"{command[0]} did not end when asked to.") from error
    except Exception:
        sys.stdout.write(log.read_text(errors="replace"))
        raise
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _hear_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until_healthy(process: subprocess.Popen, port: int, seconds: int, **headers: str) -> float:
    """Seconds until /healthz says that all is well."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if process.poll() is not None:
            raise Broken(f"It ended by itself with {process.returncode} before it served anything.")
        with contextlib.suppress(OSError, http.client.HTTPException):
            if ask(port, "/healthz", **headers)[0] == 200:
                return time.monotonic() - start
        time.sleep(0.2)
    raise Broken(f"Nothing healthy on port {port} within {seconds} seconds.")
