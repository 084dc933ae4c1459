"""Many threads that go at the same moment: a barrier makes the race, not a sleep."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import environ
from threading import Barrier

from django.db import connection

THREADS = 50
# The promise says 200 rounds; `RACE_ROUNDS=200` runs them all.
ROUNDS = int(environ.get("RACE_ROUNDS", "5"))


def at_once(act: Callable, number: int) -> list:
    """The results of ``act`` (called with 0, 1, …), started in ``number`` threads at the same moment."""
    barrier = Barrier(number)

    def run(index):
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return act(index)
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(run, range(number)))
