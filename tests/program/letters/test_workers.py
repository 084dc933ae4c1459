"""Workers as real processes and threads: one is killed over a letter, two send at once."""

import signal
import sqlite3
import threading
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from program.letters.enums import LetterState, TryOutcome
from program.letters.models import Letter
from program.letters.services.delivering import deliver_due
from tests.mail_server import MailServer
from tests.worker_process import wait_until, worker_process


@pytest.fixture
def copied_database(tmp_path):
    """A function that copies the database of the tests into a file and gives its address; SQLite only."""
    if connection.vendor != "sqlite":
        pytest.skip("Copies an SQLite database; on PostgreSQL python -m tests.load.letters kills workers.")

    def _copy():
        path = tmp_path / "db.sqlite3"
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
        return path

    return _copy


def states(path) -> list[str]:
    with sqlite3.connect(path) as copy:
        found = [state for (state,) in copy.execute("SELECT state FROM letters_letter ORDER BY id")]
    copy.close()
    return found


def let_leases_run_out(path):
    with sqlite3.connect(path) as copy:
        copy.execute("UPDATE letters_letter SET next_try_at = '2020-01-01' WHERE state = 'sending'")
    copy.close()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_letter_whose_worker_is_killed_over_it_is_sent_by_the_next_under_the_same_name(write_sample, copied_database):
    """Guard: the lease is stored before a letter is handed over, and its end makes the letter due."""
    letter = write_sample(at=timezone.now())
    path = copied_database()
    with MailServer() as server:
        server.at_data = "hang"
        with worker_process(f"sqlite:///{path}", server) as killed:
            assert server.has_one.wait(60), killed.communicate(timeout=5)
            killed.send_signal(signal.SIGKILL)
        assert states(path) == [LetterState.SENDING]
        server.at_data = ""
        let_leases_run_out(path)
        with worker_process(f"sqlite:///{path}", server) as following:
            assert wait_until(lambda: states(path) == [LetterState.SENT], 60)
            following.terminate()
            said, _ = following.communicate(timeout=30)
    assert server.message_ids == {letter.message_id: 2}
    assert (following.returncode, "Traceback" in said) == (0, False), said


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_that_is_asked_to_stop_finishes_the_letter_in_hand(write_sample, copied_database):
    """Guard: SIGTERM is heard between letters only."""
    for _ in range(2):
        write_sample(at=timezone.now())
    path = copied_database()
    with MailServer() as server:
        server.at_data = "hang"
        with worker_process(f"sqlite:///{path}", server) as worker:
            assert server.has_one.wait(60), worker.communicate(timeout=5)
            worker.terminate()
            server.at_data = ""
            said, _ = worker.communicate(timeout=30)
    assert states(path) == [LetterState.SENT, LetterState.WAITING]
    assert (worker.returncode, "nothing left half done" in said) == (0, True), said


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_once_send_two_hundred_letters_once_each(write_sample, mail_server, settings):
    """Guard: ``skip_locked`` and the lease; without them both take the same letter."""
    settings.EMAIL_TIMEOUT = 10
    written = {write_sample(at=timezone.now()).message_id for _ in range(200)}
    start = threading.Barrier(2)
    counts: list[Counter] = []

    def work():
        start.wait()
        try:
            counts.append(deliver_due())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert mail_server.message_ids == dict.fromkeys(written, 1)
    assert sum(counts, Counter()) == {TryOutcome.SENT: 200}
    assert min(count.total() for count in counts) > 20  # Both had a share.
    assert Letter.objects.filter(state=LetterState.SENT).count() == 200
