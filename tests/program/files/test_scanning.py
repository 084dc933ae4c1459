"""clamd is asked over its own protocol; where it can't say that a file is clean, the file is not taken.

The server of these tests speaks the protocol as clamd does, and finds one word. A real clamd is asked where it
is installed, with a list of one signature made for the test.
"""

import os
import shutil
import socket
import struct
import subprocess
import threading
from time import monotonic, sleep

import pytest

from program.files import scanning
from program.files.judging import Refused
from program.files.models import PrivateFile
from tests.factories import files
from tests.factories.hostile import EICAR

CLAMD = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
CAN_NOT = "We can’t check files for viruses at the moment"


class Clamd:
    """A server on this machine that answers INSTREAM; ``behave`` replaces what it does once it has heard a file."""

    def __init__(self, family, address):
        self.heard = []
        self.behave = None
        self._listening = socket.socket(family)
        self._listening.bind(address)
        self._listening.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self):
        name = self._listening.getsockname()
        return f"unix://{name}" if isinstance(name, str) else f"tcp://{name[0]}:{name[1]}"

    def stop(self):
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(timeout=5)

    def _serve(self):
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                try:
                    (self.behave or self._answer)(connection, stream)
                except OSError:
                    continue

    def _answer(self, connection, stream):
        content = self.listen(stream)
        connection.sendall(b"stream: Eicar-Test FOUND\0" if EICAR in content else b"stream: OK\0")

    def listen(self, stream):
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!L", stream.read(4))[0]:
            content += stream.read(length)
        self.heard.append(content)
        return content


@pytest.fixture(params=["tcp", "unix"])
def clamd(request, settings, tmp_path):
    tcp = request.param == "tcp"
    server = Clamd(socket.AF_INET, ("127.0.0.1", 0)) if tcp else Clamd(socket.AF_UNIX, str(tmp_path / "clamd.ctl"))
    settings.CLAMAV_URL = server.url
    yield server
    server.stop()


def scan(content):
    scanning.scan(files.uploaded(content))


def assert_not_checked():
    with pytest.raises(Refused) as refusal:
        scan(b"words")
    assert (refusal.value.code, refusal.value.sentence[: len(CAN_NOT)]) == ("not_checked", CAN_NOT)


def test_without_clamd_nothing_is_asked():
    scan(EICAR)


def test_a_clean_file_passes_and_all_of_it_was_heard(clamd):
    content = os.urandom(300 * 1024)
    scan(content)
    assert clamd.heard == [content]


def test_what_is_found_is_refused(clamd, caplog):
    with pytest.raises(Refused) as refusal:
        scan(b"words before " + EICAR)
    assert refusal.value.code == "infected"
    assert "Eicar-Test" in caplog.text


@pytest.mark.django_db
def test_what_was_sent_is_scanned_and_nothing_of_it_kept(clamd, private_folder):
    """Behind the end of a picture, where the picture that is drawn anew would not hold it."""
    with pytest.raises(Refused) as refusal:
        files.store(files.picture() + EICAR, "a.png")
    assert refusal.value.code == "infected"
    assert not PrivateFile.objects.exists()
    assert not private_folder.exists()


@pytest.mark.parametrize(
    "answer",
    [b"", b"INSTREAM size limit exceeded. ERROR\0", b"UNKNOWN COMMAND\0", b"stream: OK", b"stream: Can't open ERROR\0"],
)
def test_any_other_answer_is_no_answer(clamd, answer, caplog):
    """Guard: only the one sentence “stream: OK” lets a file pass."""
    clamd.behave = lambda connection, stream: (clamd.listen(stream), connection.sendall(answer))
    if answer == b"stream: OK":
        scan(b"words")
    else:
        assert_not_checked()
        assert "clamd could not check a file" in caplog.text


def test_one_that_breaks_off_in_the_middle_is_heard_out(clamd):
    def refuse(connection, stream):
        stream.read(10)
        connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")

    clamd.behave = refuse
    with pytest.raises(Refused) as refusal:
        scan(bytes(20 * 1024 * 1024))
    assert refusal.value.code == "not_checked"


@pytest.mark.parametrize("hearing", [True, False])
def test_one_that_hangs_is_not_waited_for(clamd, monkeypatch, hearing):
    """Guard: ``PATIENCE``, of the whole conversation."""
    monkeypatch.setattr(scanning, "PATIENCE", 0.3)
    done = threading.Event()

    def hang(connection, stream):
        if hearing:
            clamd.listen(stream)
        done.wait(5)

    clamd.behave = hang
    started = monotonic()
    assert_not_checked()
    done.set()
    assert monotonic() - started < 3


def test_one_that_answers_drop_by_drop_is_not_waited_for(clamd, monkeypatch):
    monkeypatch.setattr(scanning, "PATIENCE", 0.3)

    def drip(connection, stream):
        clamd.listen(stream)
        for _ in range(20):
            connection.sendall(b".")
            sleep(0.1)

    clamd.behave = drip
    assert_not_checked()


def test_one_that_is_not_there_refuses(settings, tmp_path):
    settings.CLAMAV_URL = f"unix://{tmp_path}/nothing"
    assert_not_checked()


@pytest.fixture
def real_clamd(settings, tmp_path):
    """clamd itself, with one signature: the test word, in hexadecimal."""
    (tmp_path / "signatures").mkdir()
    (tmp_path / "signatures" / "test.ndb").write_text(f"Sample.Word:0:*:{EICAR.hex()}\n")
    control = tmp_path / "clamd.ctl"
    (tmp_path / "clamd.conf").write_text(
        f"LocalSocket {control}\nDatabaseDirectory {tmp_path}/signatures\nForeground yes\nUser root\n"
    )
    process = subprocess.Popen([CLAMD, "--config-file", tmp_path / "clamd.conf"], stdout=subprocess.DEVNULL)  # noqa: S603
    until = monotonic() + 30
    while not control.exists() and monotonic() < until:
        sleep(0.1)
    settings.CLAMAV_URL = f"unix://{control}"
    yield
    process.terminate()
    process.wait(timeout=10)


@pytest.mark.slow
@pytest.mark.skipif(not CLAMD, reason="clamd is not installed here (apt-get install clamav-daemon)")
def test_a_real_clamd_finds_the_test_word_and_nothing_else(real_clamd):
    scan(files.pdf())
    with pytest.raises(Refused) as refusal:
        scan(b"words before " + EICAR)
    assert refusal.value.code == "infected"
