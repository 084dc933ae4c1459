"""What runs beside the web processes: letters every few seconds, and chores each at its interval.

Any number of workers may run at once. A chore is a function that takes ``at``, is safe to repeat and
safe to run twice at the same time; a fault in one is logged and holds up nothing else.
"""

import logging
import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

from program.calls.services.announcing import carry_out as carry_out_announcements
from program.calls.services.keeping import delete_due
from program.calls.services.openings import forget_unconfirmed, tell_of_openings
from program.files.housekeeping import sweep as sweep_files
from program.letters.services.delivering import deliver_due
from program.letters.services.forgetting import delete_old as delete_old_letters

log = logging.getLogger(__name__)


def publish_scheduled(at: datetime) -> None:
    """Pages with a set time of publishing. Wagtail's command takes its own clock."""
    call_command("publish_scheduled")


def clear_sessions(at: datetime) -> None:
    """Sessions of the admin that ended."""
    call_command("clearsessions")


# Every chore of every room, and how often it is due.
CHORES: list[tuple[timedelta, Callable[[datetime], object]]] = [
    (timedelta(seconds=3), carry_out_announcements),
    (timedelta(seconds=15), tell_of_openings),
    (timedelta(minutes=1), publish_scheduled),
    (timedelta(days=1), clear_sessions),
    (timedelta(days=1), delete_old_letters),
    (timedelta(hours=1), delete_due),
    (timedelta(hours=1), forget_unconfirmed),
    (timedelta(hours=1), sweep_files),
]


class Worker:
    """Rounds of letters and chores until it is asked to stop; then it finishes what it has in hand."""

    PAUSE = timedelta(seconds=3)

    def __init__(self, *, chores=CHORES, clock=timezone.now, beside: int | None = None):
        self.chores = chores
        self.clock = clock
        self.beside = beside  # The process that started it, where it must not outlive that one.
        self.stopping = False
        self._done_at: dict[Callable, datetime] = {}

    def stop(self, *_signal):
        self.stopping = True

    def run(self):
        while not self.stopping:
            self.round()
            self._rest()

    def round(self):
        """Send what is due, then do each chore that is due."""
        self._guarded(deliver_due, clock=self.clock, stopping=lambda: self.stopping)
        for every, chore in self.chores:
            at = self.clock()
            if self.stopping or at < self._done_at.get(chore, datetime.min.replace(tzinfo=at.tzinfo)) + every:
                continue
            self._done_at[chore] = at
            self._guarded(chore, at=at)

    def _guarded(self, work, **options):
        # A connection that the database has closed meanwhile is not used again.
        close_old_connections()
        try:
            work(**options)
        except Exception:
            log.exception("%s failed and is tried again at its next turn", work.__name__)
        close_old_connections()

    def _rest(self):
        """In small pieces: a signal does not end a sleep."""
        until = time.monotonic() + self.PAUSE.total_seconds()
        while not self.stopping and time.monotonic() < until:
            time.sleep(0.1)
            if self.beside is not None and os.getppid() != self.beside:
                self.stop()
