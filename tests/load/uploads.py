"""``python -m tests.load.uploads``: what a file of 200 MB does to the web process, its disk and what was typed.

A real gunicorn, as the Procfile starts it, is sent the form of a call with a file that is far too large: one at
a time, then as many at once as a process answers. MEGABYTES=500 takes another size. Exits with 1 when
memory or disk grow by more than they may, or a word that was typed is lost.
"""

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

MEGABYTES = int(os.environ.get("MEGABYTES", 200))
AT_ONCE = 4
# A web process may grow by this much, and one upload may put this much on the disk, whatever is sent. In MB.
MAY_GROW = 30
MAY_KEEP = 22
ROOT = Path(__file__).resolve().parents[2]
PIECE = b"words " * 10_000
TYPED = "Ada Sample, who typed this"


def memory(pid: int, what: str) -> float:
    """``VmRSS`` (now) or ``VmHWM`` (the most) of a process, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024


def forget_the_most(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")


class Disk(threading.Thread):
    """Watches how much lies in the folder of temporary files."""

    def __init__(self, folder: Path):
        super().__init__(daemon=True)
        self.folder, self.most, self.watching = folder, 0.0, True

    def run(self) -> None:
        while self.watching:
            try:
                self.most = max(self.most, sum(each.stat().st_size for each in self.folder.iterdir()) / 1e6)
            except FileNotFoundError:
                continue
            time.sleep(0.02)


def plant() -> str:
    """A call that asks for a file; the address of its form."""
    from program.calls.enums import QuestionKind
    from tests.factories import CallPageFactory, QuestionFactory

    question = QuestionFactory(label="Your résumé?", field_type=QuestionKind.FILE, required=False)
    return f"{CallPageFactory(questions=[question]).get_url()}answer/"


def send(port: int, address: str, size: int) -> tuple[int, str]:
    """Post the form with a file of ``size`` bytes, piece by piece; status and page."""
    from bs4 import BeautifulSoup

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", address)
    response = connection.getresponse()
    cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
    form = BeautifulSoup(response.read().decode(), "html.parser").select_one("main form[method=post]")
    values = {each["name"]: each.get("value", "") for each in form.select("input[type=hidden][name]")}
    file = form.select_one("input[type=file]")["name"]
    mark = "a-mark-between-the-parts"
    parts = "".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {**values, "name": TYPED, "step": "check"}.items()
    )
    head = f'--{mark}\r\nContent-Disposition: form-data; name="{file}"; filename="a.txt"\r\n\r\n'
    behind = f'\r\n--{mark}\r\nContent-Disposition: form-data; name="city"\r\n\r\nSampleton\r\n--{mark}--\r\n'

    def body():
        yield (parts + head).encode()
        for start in range(0, size, len(PIECE)):
            yield PIECE[: size - start]
        yield behind.encode()

    headers = {
        "Content-Type": f"multipart/form-data; boundary={mark}",
        "Content-Length": str(len((parts + head + behind).encode()) + size),
        "Cookie": cookie,
    }
    connection.request("POST", address, body(), headers)
    response = connection.getresponse()
    return response.status, response.read().decode()


def measure(port: int, address: str, worker: int, temporary: Path, number: int) -> bool:
    """Send ``number`` at once and say what it took; whether all is as promised."""
    forget_the_most(worker)
    before, began, disk, pages = memory(worker, "VmRSS"), time.monotonic(), Disk(temporary), []
    disk.start()
    threads = [
        threading.Thread(target=lambda: pages.append(send(port, address, MEGABYTES * 1_000_000))) for _ in range(number)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    disk.watching = False
    took, grew = time.monotonic() - began, memory(worker, "VmHWM") - before
    kept = sum(TYPED in page and "Sampleton" in page for _, page in pages)
    told = sum("This file is larger than" in page for _, page in pages)
    print(
        f"{number} × {MEGABYTES} MB: {took:.1f} s; memory {grew:+.1f} MB, from {before:.0f} MB; "
        f"disk {disk.most:.1f} MB at most; {kept} of {number} pages hold all that was typed, {told} say why"
    )
    return grew < MAY_GROW and disk.most < MAY_KEEP * number and kept == told == number


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="load-uploads-") as name:
        work = Path(name)
        (work / "temporary").mkdir()
        os.environ.update(
            {
                "DJANGO_SETTINGS_MODULE": "config.settings.dev",
                "DEBUG": "False",
                "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{work}/db.sqlite3",
                "MEDIA_ROOT": str(work / "media"),
                "PRIVATE_ROOT": str(work / "private"),
                "TMPDIR": str(work / "temporary"),
                "WEB_CONCURRENCY": "1",
                "WEB_THREADS": str(AT_ONCE),
            }
        )
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        address = urlsplit(plant()).path
        sys.exit(0 if serve(work, address) else 1)


def serve(work: Path, address: str) -> bool:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.web_server", "--no-control-socket"]
    log = (work / "log").open("wb")
    server = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}", "config.wsgi"], cwd=ROOT, stdout=log, stderr=log
    )
    try:
        for _ in range(300):
            try:
                if send(port, address, 1000)[0] == 200:
                    break
            except OSError:
                time.sleep(0.2)
        worker = int(subprocess.check_output(["pgrep", "-P", str(server.pid)], text=True).split()[0])
        held = [measure(port, address, worker, work / "temporary", number) for number in (1, 1, AT_ONCE)]
        return all(held)
    finally:
        server.terminate()
        server.wait(30)
        log.close()


if __name__ == "__main__":
    main()
