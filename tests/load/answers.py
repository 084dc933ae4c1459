"""A site with a call that asks for a file, served as the Procfile does, and answers sent to it over the line."""

import contextlib
import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
# Any word of this length is good as a token where the cookie holds the same one.
TOKEN = "t" * 32
MARK = "a-mark-between-the-parts"


@dataclass
class Site:
    """Where the site listens, the address of the form, and the process that keeps its workers."""

    port: int
    address: str
    process: subprocess.Popen

    @property
    def workers(self) -> list[int]:
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(pid) for pid in found.stdout.split()]


@contextlib.contextmanager
def served_site(workers: int = 2) -> Iterator[Site]:
    """The site with one call, on a PostgreSQL of its own or the empty one of DATABASE_URL, while it is used."""
    with contextlib.ExitStack() as stack:
        # PostgreSQL's own user has to come in.
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="load-answers-")))
        work.chmod(0o755)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DEBUG": "False",
            "DATABASE_URL": os.environ.get("DATABASE_URL") or stack.enter_context(_postgres(work / "postgres")),
            "MEDIA_ROOT": str(work / "media"),
            "PRIVATE_ROOT": str(work / "private"),
            "WEB_CONCURRENCY": str(workers),
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        address = _plant()
        yield stack.enter_context(_gunicorn(work, address))


def post(site: Site, secret: str, content: bytes, **typed: str) -> tuple[int, str]:
    """Send one answer with ``content`` as its file; status and where it leads. Raises ``OSError`` on a broken line."""
    values = {**filled(), **typed, "secret": secret, "csrfmiddlewaretoken": TOKEN, "step": "send"}
    fields = "".join(
        f'--{MARK}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in values.items()
    )
    file = f'--{MARK}\r\nContent-Disposition: form-data; name="question-resume"; filename="resume.pdf"\r\n\r\n'
    body = f"{fields}{file}".encode() + content + f"\r\n--{MARK}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={MARK}", "Cookie": f"csrftoken={TOKEN}"}
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    try:
        connection.request("POST", site.address, body, headers)
        response = connection.getresponse()
        response.read()
        return response.status, response.getheader("Location", "")
    except http.client.HTTPException as broken:
        raise ConnectionError(str(broken)) from broken
    finally:
        connection.close()


def new_secret() -> str:
    """As a form has it when it is opened."""
    return secrets.token_urlsafe(32)


def a_pdf(size: int) -> bytes:
    """A PDF of about ``size`` bytes that nothing can pack tighter."""
    import pikepdf

    from tests.factories.files import pdf

    def fill(document):
        document.Root.Ballast = pikepdf.Stream(document, secrets.token_bytes(size))

    return pdf(1, fill)


def filled() -> dict[str, str]:
    from tests.factories.answers import APPLICANT

    return dict(APPLICANT)


def memory(pid: int) -> float:
    """What a process holds, in MB."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


@contextlib.contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    script = ["sh", str(ROOT / ".ci" / "postgres.sh")]
    url = subprocess.run([*script, "start", str(folder)], check=True, capture_output=True, text=True).stdout.strip()
    try:
        yield url
    finally:
        subprocess.run([*script, "stop", str(folder)], check=False)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _gunicorn(work: Path, address: str) -> Iterator[Site]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.web_server", "--no-control-socket"]
    with (work / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}", "config.wsgi"], cwd=ROOT, stdout=log, stderr=log
        )
        try:
            _wait(port, address)
            yield Site(port, address, process)
        finally:
            process.terminate()
            process.wait(60)


def _wait(port: int, address: str) -> None:
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", address + "?" + urlencode({"warm": "yes"}))
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("The server did not start.")


def _plant() -> str:
    from program.calls.enums import QuestionKind
    from tests.factories import CallPageFactory, QuestionFactory

    question = QuestionFactory(label="Resume", field_type=QuestionKind.FILE)
    return f"{CallPageFactory(questions=[question]).url_path.removeprefix('/home')}answer/"
