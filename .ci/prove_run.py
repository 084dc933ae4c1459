"""prove_run.py FOLDER: `make run` in a fresh clone, twice, as the README promises it."""

import contextlib
import hashlib
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from proving import Broken, expect, free_port, started, wait_until_healthy

ADDRESSES = ("/", "/program/", "/calls/", "/spotlights/", "/search/?q=library", "/sitemap.xml", "/robots.txt")
PASSWORD = re.compile(r"password\s+\S{15,}")
# Django tidies these up by itself.
MAY_CHANGE = re.compile(r'INSERT INTO "?(django_session|sqlite_sequence)')


def content(database: Path) -> str:
    """A fingerprint of all rows."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    lines = (line for line in connection.iterdump() if not MAY_CHANGE.match(line))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def prove(clone: Path) -> None:
    port = free_port()
    make = ["make", "--directory", str(clone), "run", f"PORT={port}"]
    log = clone.parent / "run.log"
    with started(make, log, ends_with=signal.SIGINT) as process:
        seconds = wait_until_healthy(process, port, 420)
        print(f"First run: up after {seconds:.0f} s.")
        for address in ADDRESSES:
            expect(port, address)
        expect(port, "/no-such-page/", 404)
        calls = set(
            re.findall(
                rb'href="(?:https?://[^/"]+)?(/(?:calls|spotlights)/[a-z0-9-]+/)"',
                expect(port, "/calls/") + expect(port, "/spotlights/"),
            )
        )
        if len(calls) < 8:
            raise Broken(f"The lists of the sample content lead to {len(calls)} pages only.")
        for address in sorted(calls):
            expect(port, address.decode())
        print(f"{len(ADDRESSES) + len(calls)} addresses answer.")
        refused_port(clone, port)
    said = log.read_text()
    if len(PASSWORD.findall(said)) != 1:
        raise Broken("The first run did not show a password once.\n" + said)
    if "Traceback" in said or "***" in said.replace("*** [run] Interrupt", "***"):
        raise Broken("It did not end quietly.\n" + said)

    none_left(clone)
    database = clone / "var" / "db.sqlite3"
    before = content(database)
    with started(make, log, ends_with=signal.SIGINT) as process:
        seconds = wait_until_healthy(process, port, 60)
        print(f"Second run: up after {seconds:.1f} s.")
        expect(port, "/")
        if len(workers_of(clone)) != 1:
            raise Broken(f"{len(workers_of(clone))} workers run beside the server, not 1.")
    none_left(clone)
    if seconds > 30:
        raise Broken("The second run took longer than 30 seconds.")
    said = log.read_text()
    if PASSWORD.search(said) or "Installing" in said or "Building" in said or content(database) != before:
        raise Broken("The second run changed something.\n" + said)


def workers_of(clone: Path) -> list[int]:
    """The processes of workers that were started in ``clone`` and still run."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").resolve() == clone and b"run_worker" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
    return found


def none_left(clone: Path) -> None:
    """Wait for workers to end; raises ``Broken`` when one outlives its server by more than ten seconds."""
    until = time.monotonic() + 10
    while workers_of(clone):
        if time.monotonic() > until:
            raise Broken("A worker outlived its server.")
        time.sleep(0.1)


def refused_port(clone: Path, port: int) -> None:
    """While the site runs, a second one on its port says so in one line."""
    again = subprocess.run(
        ["make", "--silent", "--directory", str(clone), "run", f"PORT={port}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    if again.returncode == 0 or f"Port {port} is in use" not in again.stderr or "Traceback" in again.stderr:
        raise Broken(f"A port in use was not told plainly:\n{again.stdout}{again.stderr}")


try:
    socket.setdefaulttimeout(30)
    prove(Path(sys.argv[1]).resolve())
except Broken as reason:
    sys.exit(f"NOT PROVEN: {reason}")
