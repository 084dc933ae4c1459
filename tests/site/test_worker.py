"""The worker: rounds of letters and chores, a fault that holds up nothing, an end when asked."""

import logging
import os
import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from config.worker import CHORES, Worker
from program.letters.services.writing import write
from tests.factories import NOW

MINUTE = timedelta(minutes=1)
OLD = NOW - timedelta(days=3650)  # Due by any clock.


class Clock:
    def __init__(self):
        self.at = NOW

    def __call__(self):
        return self.at


@pytest.fixture(autouse=True)
def _connection_of_the_test(monkeypatch):
    """A test is one transaction, and a worker would take its connection for left behind and close it."""
    monkeypatch.setattr("config.worker.close_old_connections", lambda: None)


@pytest.fixture
def letter(db):
    with transaction.atomic():
        return write(kind="test", template="letters/letter.txt", to="a@example.org", subject="A", context={}, at=OLD)


def test_a_chore_is_done_at_the_start_and_then_at_its_interval(db):
    clock, done = Clock(), []
    worker = Worker(chores=[(MINUTE, lambda at: done.append(at))], clock=clock)
    for seconds in (0, 59, 60, 61, 120):
        clock.at = NOW + timedelta(seconds=seconds)
        worker.round()
    assert done == [NOW, NOW + MINUTE, NOW + 2 * MINUTE]


def test_a_fault_in_one_chore_is_logged_and_holds_up_nothing(letter, caplog, mailoutbox):
    """Guard: ``_guarded``."""
    done = []

    def falls(at):
        raise RuntimeError("a fault of the test")

    worker = Worker(chores=[(MINUTE, falls), (MINUTE, lambda at: done.append(at))], clock=lambda: NOW)
    with caplog.at_level(logging.ERROR):
        worker.round()
    assert (len(done), len(mailoutbox)) == (1, 1)
    assert "falls failed and is tried again at its next turn" in caplog.text


def test_a_fault_in_sending_holds_up_no_chore(db, monkeypatch, caplog):
    monkeypatch.setattr("config.worker.deliver_due", lambda **_: 1 / 0)
    done = []
    Worker(chores=[(MINUTE, lambda at: done.append(at))], clock=lambda: NOW).round()
    assert done == [NOW]


def test_who_is_asked_to_stop_begins_nothing_new(db):
    done = []

    def asks_to_stop(at):
        done.append(at)
        worker.stop(signal.SIGTERM, None)

    worker = Worker(chores=[(MINUTE, asks_to_stop), (MINUTE, lambda at: done.append(at))], clock=lambda: NOW)
    worker.run()
    assert done == [NOW]


@pytest.mark.parametrize("chore", [chore for _, chore in CHORES], ids=lambda chore: chore.__name__)
def test_a_chore_is_safe_to_repeat(db, chore):
    chore(at=NOW)
    chore(at=NOW)


def test_one_round_by_a_timer_sends_what_is_due(letter, mailoutbox, monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    call_command("run_worker", "--once")
    assert [message.to for message in mailoutbox] == [["a@example.org"]]


def test_a_worker_does_not_outlive_the_server_it_was_started_beside(db):
    """Guard: ``beside`` in ``_rest``. The process it was told of is not its parent (any more)."""
    Worker(chores=[], beside=os.getpid()).run()


def test_a_worker_goes_on_while_its_server_does(db):
    rounds = []

    def count(at):
        rounds.append(at)
        if len(rounds) == 2:
            worker.stop()

    worker = Worker(chores=[(timedelta(0), count)], beside=os.getppid())
    worker.PAUSE = timedelta(seconds=0.2)
    worker.run()
    assert len(rounds) == 2
