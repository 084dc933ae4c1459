"""``make bench``: requests a second, shares of a bare view, queries and weight of each kind of page.

Two servers with one worker each are asked in turns, one page after the other and round after
round, so that whatever else the machine does meets all of them alike; medians are shown.
ARGS="--rounds 15" takes more rounds; --keep keeps the folder with databases and logs.
"""

import argparse
import gzip
import json
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.client import fetch, rate
from tests.bench.projects import Project, databases, make_ours, make_stock

SECONDS_A_ROUND = 0.6
QUERIES_AT_MOST = 12
MEMORY_AT_MOST = 200_000_000
BYTES_AT_MOST = {"html": 15_000, "css": 20_000, "js": 15_000}
ASSETS = {"css": re.compile(r'<link[^>]+href="(/[^"]+\.css)"'), "js": re.compile(r'<script[^>]+src="(/[^"]+\.js)"')}


@dataclass
class Subject:
    """One address of one server, and what was measured of it."""

    name: str
    port: int
    path: str
    ours: bool = True
    count: int = 20
    rates: list[float] = field(default_factory=list)
    queries: int = 0
    bytes: dict[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    def measure(self) -> None:
        self.rates.append(rate(self.port, self.path, self.count))

    def calibrate(self) -> None:
        """Find how many requests fill a round: at least 20, at most 3,000."""
        first = rate(self.port, self.path, self.count)
        self.count = max(20, min(3000, int(first * SECONDS_A_ROUND)))

    def weigh(self) -> None:
        """Bytes over the line with gzip; the page itself is compressed by the router in front."""
        _, body = fetch(self.port, self.path)
        page = body.decode()
        self.bytes = {"html": len(gzip.compress(body, 6))}
        # What ``wagtail start`` makes has empty sheets and scripts, and leaves serving them to others.
        for kind, pattern in ASSETS.items() if self.ours else ():
            self.bytes[kind] = sum(
                len(fetch(self.port, path, "Accept-Encoding: gzip")[1]) for path in set(pattern.findall(page))
            )


def free_port() -> int:
    with socket.socket() as taking:
        taking.bind(("127.0.0.1", 0))
        return taking.getsockname()[1]


def first_below(port: int, index: str) -> str:
    """The address of the first page that a list leads to."""
    page = fetch(port, index)[1].decode()
    return re.search(rf'href="(?:https?://[^/"]+)?({index}[a-z0-9-]+/)"', page).group(1)


def subjects_of(ours: int, stock: int) -> list[Subject]:
    return [
        Subject("a bare Django view", stock, "/bare", ours=False),
        Subject("the same behind our middleware", ours, "/bare"),
        Subject("a stock Wagtail page", stock, "/", ours=False),
        Subject("home", ours, "/"),
        Subject("calls", ours, "/calls/"),
        Subject("a call", ours, first_below(ours, "/calls/")),
        Subject("spotlights", ours, "/spotlights/"),
        Subject("a spotlight", ours, first_below(ours, "/spotlights/")),
        Subject("search", ours, "/search/?q=library"),
    ]


def count_queries(project: Project, subjects: list[Subject]) -> None:
    printed = project.run("-m", "tests.bench.queries", *(s.path for s in subjects))
    for subject, number in zip(subjects, json.loads(printed.splitlines()[-1]), strict=True):
        subject.queries = number


def memory_of(pid: int) -> int:
    return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(pid)], text=True)) * 1024


def report(subjects: list[Subject], memory: int) -> list[str]:
    """Print the table; give back what is over a limit."""
    bare = subjects[0].rate
    stock = subjects[2].rate
    print(f"\n{'':32}{'a second':>9}{'of bare':>9}{'of stock':>9}{'queries':>9}{'HTML':>8}{'CSS':>8}{'JS':>8}")
    over = []
    for subject in subjects:
        weights = "".join(f"{subject.bytes.get(kind, 0) / 1000:>6.1f}kB" for kind in ("html", "css", "js"))
        print(
            f"{subject.name:32}{subject.rate:>9.0f}{subject.rate / bare:>9.3f}{subject.rate / stock:>8.2f}×"
            f"{subject.queries:>9}{weights}"
        )
        if subject.ours:
            over += [f"{subject.name}: {subject.queries} queries"] if subject.queries > QUERIES_AT_MOST else []
            over += [
                f"{subject.name}: {subject.bytes[kind]} bytes of {kind}"
                for kind, most in BYTES_AT_MOST.items()
                if subject.bytes[kind] > most
            ]
    print(f"\nMemory of a web worker after all of it: {memory / 1e6:.0f} MB")
    return over + ([f"a web worker: {memory / 1e6:.0f} MB"] if memory > MEMORY_AT_MOST else [])


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--keep", action="store_true")
    chosen = options.parse_args()
    work = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        with databases(work) as (ours_database, stock_database):
            print(f"Making the two projects on {ours_database.partition(':')[0]} (a minute or two).", flush=True)
            ours, stock = make_ours(work, ours_database), make_stock(work, stock_database)
            ours_port, stock_port = free_port(), free_port()
            with ours.served(ours_port) as worker, stock.served(stock_port):
                subjects = subjects_of(ours_port, stock_port)
                for subject in subjects:
                    subject.calibrate()
                    subject.weigh()
                print(f"Asking {len(subjects)} addresses in {chosen.rounds} rounds.", flush=True)
                for _ in range(chosen.rounds):
                    for subject in subjects:
                        subject.measure()
                memory = memory_of(worker)
            for project, own in ((ours, True), (stock, False)):
                count_queries(project, [subject for subject in subjects if subject.ours == own])
        over = report(subjects, memory)
    finally:
        if chosen.keep:
            print(f"Kept: {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    sys.exit("Over a limit: " + "; ".join(over) if over else 0)


if __name__ == "__main__":
    main()
