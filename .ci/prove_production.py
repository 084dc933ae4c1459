"""prove_production.py FOLDER: the lines of the Procfile, with production settings, on PostgreSQL (DATABASE_URL)."""

import os
import re
import secrets
import signal
import subprocess
import sys
from pathlib import Path

from proving import Broken, ask, expect, free_port, started, wait_until_healthy

HOST = "mentoring.example.org"
# What the router in front of a public site sends.
HEADERS = {"Host": HOST, "X-Forwarded-Proto": "https"}
NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "BASE_URL")


def procfile() -> dict[str, str]:
    lines = (line for line in Path("Procfile").read_text().splitlines() if line and not line.startswith("#"))
    return dict(line.split(": ", 1) for line in lines)


def run(command: str, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["sh", "-c", command], env={**os.environ, **variables}, capture_output=True, text=True, timeout=180
    )


def refusals(variables: dict[str, str]) -> None:
    """Each variable that is needed, left out: one line that names it, and no start."""
    for name in NEEDED:
        result = run("python manage.py check --settings=config.settings.production", **(variables | {name: ""}))
        said = result.stderr.strip().splitlines()
        if result.returncode == 0 or len(said) != 1 or name not in said[0]:
            raise Broken(f"Without {name} it should refuse in one line; it said:\n{result.stderr}{result.stdout}")
    print("Refuses to start without " + ", ".join(NEEDED) + ".")


def ask_site(port: int) -> None:
    home = expect(port, "/", **HEADERS).decode()
    sheets = re.findall(r'href="(/static/[^"]+\.css)"', home)
    if not sheets:
        raise Broken("The home page names no sheet of styles.")
    for sheet in sheets:
        status, headers, _ = ask(port, sheet, **HEADERS, **{"Accept-Encoding": "gzip"})
        if status != 200 or "immutable" not in headers.get("cache-control", "") or "content-encoding" not in headers:
            raise Broken(f"{sheet} answered {status} with {headers}; it should be compressed and kept for good.")
    _, headers, _ = ask(port, "/", **HEADERS)
    for name in ("strict-transport-security", "content-security-policy", "x-content-type-options", "referrer-policy"):
        if name not in headers:
            raise Broken(f"The home page comes without {name}.")
    expect(port, "/admin/login/", **HEADERS)
    expect(port, "/no-such-page/", 404, **HEADERS)
    expect(port, "/", 301, Host=HOST)
    expect(port, "/", 400, **(HEADERS | {"Host": "elsewhere.example.net"}))


def prove() -> None:
    port, lines = free_port(), procfile()
    variables = {
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "TASKS_IN_WORKER": "1",
        "PORT": str(port),
        "PATH": f"{Path('.venv/bin').resolve()}:{os.environ['PATH']}",
    }
    refusals(variables)
    for command in (
        "python manage.py collectstatic --no-input --settings=config.settings.production",
        lines["release"],
    ):
        result = run(command, **variables)
        if result.returncode:
            raise Broken(f"{command} failed:\n{result.stdout}{result.stderr}")
    print("Static files are collected; the release line of the Procfile ran.")
    with (
        started(["sh", "-c", "exec " + lines["worker"]], Path("var/worker.log"), ends_with=signal.SIGTERM, **variables),
        started(["sh", "-c", "exec " + lines["tasks"]], Path("var/tasks.log"), ends_with=signal.SIGTERM, **variables),
        started(
            ["sh", "-c", "exec " + lines["web"]], Path("var/web.log"), ends_with=signal.SIGTERM, **variables
        ) as web,
    ):
        seconds = wait_until_healthy(web, port, 60, **HEADERS)
        ask_site(port)
        print(f"The web line serves after {seconds:.1f} s, with its headers and its static files.")
    for name, words in (("worker", "nothing left half done"), ("tasks", "Starting worker")):
        if words not in (said := Path(f"var/{name}.log").read_text()) or "Traceback" in said:
            raise Broken(f"The log of the line {name} should hold “{words}” and no traceback:\n{said}")
    if "Traceback" in (log := Path("var/web.log").read_text()):
        raise Broken("The log of the web server holds a traceback:\n" + log)
    print("The lines worker and tasks work; all ended when asked to.")


try:
    os.chdir(sys.argv[1])
    prove()
except Broken as reason:
    sys.exit(f"NOT PROVEN: {reason}")
