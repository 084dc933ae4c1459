"""``python -m tests.load.letters``: letters a second, and what becomes of them while workers are killed.

Real workers (the line of the Procfile) send to a real SMTP server on loopback. Makes an SQLite database of
its own in a folder that goes afterwards; DATABASE_URL takes an empty one instead. LETTERS=1000 takes
another number. Exits with 1 when a letter got lost, or more were doubled than workers were killed.
"""

import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

LETTERS = int(os.environ.get("LETTERS", 400))
WORKERS = 2
KILLS = 8


def write_letters(number: int) -> set[str]:
    """Write ``number`` letters as the site does; their Message-IDs."""
    from django.db import transaction
    from django.utils import timezone

    from program.letters.models import Letter
    from program.letters.services.writing import write

    Letter.objects.all().delete()
    written = set()
    for index in range(number):
        with transaction.atomic():
            written.add(
                write(
                    kind="load",
                    template="letters/letter.txt",
                    to=f"reader{index}@example.org",
                    context={},
                    subject="A letter of the load script",
                    at=timezone.now(),
                ).message_id
            )
    return written


def unsent() -> Counter:
    """How many letters are waiting, and how many are with a worker."""
    from program.letters.enums import LetterState
    from program.letters.models import Letter

    states = Letter.objects.exclude(state=LetterState.SENT).values_list("state", flat=True)
    return Counter(states)


def measure_speed(database_url: str, workers: int) -> None:
    from tests.mail_server import MailServer
    from tests.worker_process import wait_until, worker_process

    with MailServer() as server:
        written = write_letters(LETTERS)
        with ExitStack() as stack:
            for _ in range(workers):
                stack.enter_context(worker_process(database_url, server))
            server.has_one.wait(60)
            began = time.monotonic()
            wait_until(lambda: not unsent(), 300)
            took = time.monotonic() - began
        report(
            "one worker" if workers == 1 else f"{workers} workers",
            written,
            server.message_ids,
            0,
            f"{len(written) / took:.0f} letters a second",
        )


def measure_kills(database_url: str) -> None:
    """Kill one of the workers again and again, at a moment of chance, and start another."""
    from django.utils import timezone

    from program.letters.enums import LetterState
    from program.letters.models import Letter
    from tests.mail_server import MailServer
    from tests.worker_process import wait_until, worker_process

    with MailServer() as server, ExitStack() as stack:
        server.delay = 0.01  # A server elsewhere takes its time, so that a kill meets a letter under way.
        written = write_letters(LETTERS * 2)
        running = [stack.enter_context(worker_process(database_url, server)) for _ in range(WORKERS)]
        server.has_one.wait(60)
        kills = 0
        while kills < KILLS and unsent()[LetterState.WAITING] > WORKERS:
            time.sleep(random.uniform(0.1, 1.0))
            killed = running.pop(0)
            killed.kill()
            killed.wait()
            kills += 1
            running.append(stack.enter_context(worker_process(database_url, server)))
        wait_until(lambda: not unsent()[LetterState.WAITING], 300)
        # What the killed left behind waits for the end of its lease; nobody here waits ten minutes.
        for each in running:
            each.terminate()
            each.wait()
        left = unsent()[LetterState.SENDING]
        Letter.objects.filter(state=LetterState.SENDING).update(next_try_at=timezone.now())
        stack.enter_context(worker_process(database_url, server))
        wait_until(lambda: not unsent(), 60)
        report(f"{kills} kills", written, server.message_ids, kills, f"{left} letters left in doubt and sent again")


def report(name: str, written: set[str], received: Counter, kills: int, words: str) -> None:
    lost = len(written - received.keys())
    doubled = sum(copies > 1 for copies in received.values())
    print(f"{name:<12} {len(written)} written, {lost} lost, {doubled} doubled under their own Message-ID; {words}")
    if lost or doubled > kills:
        sys.exit(1)


def run(database_url: str) -> None:
    os.environ["DATABASE_URL"] = database_url
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(database_url.split("://")[0])
    for workers in (1, WORKERS):
        measure_speed(database_url, workers)
    measure_kills(database_url)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="letters-") as folder:
        run(os.environ.get("DATABASE_URL") or f"sqlite:///{Path(folder) / 'db.sqlite3'}")
