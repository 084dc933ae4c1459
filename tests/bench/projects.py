"""The two projects that are measured: this site with its sample content, and what ``wagtail start`` makes."""

import contextlib
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from tests.bench.client import HOST, Refused, fetch

ROOT = Path(__file__).resolve().parents[2]
STOCK_SETTINGS = """
import environ
from .base import *

DEBUG = False
SECRET_KEY = environ.Env().str("SECRET_KEY")
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": environ.Env().db("DATABASE_URL")}
if "postgres" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
ROOT_URLCONF = "stock.bench_urls"
"""
STOCK_URLS = """
from django.http import HttpResponse
from django.urls import path
from .urls import urlpatterns

urlpatterns = [path("bare", lambda request: HttpResponse("Here.")), *urlpatterns]
"""
STOCK_PAGE = """{% extends "base.html" %}
{% block content %}<main><h1>{{ page.title }}</h1></main>{% endblock %}
"""


class Project:
    """A folder with a manage.py, run with production's settings on a database of its own."""

    def __init__(self, folder: Path, settings: str, database: str, work: Path):
        self.folder, self.work = folder, work
        self.variables = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "DATABASE_URL": database,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": HOST,
            "BASE_URL": f"https://{HOST}",
            "MEDIA_ROOT": str(work / "media"),
            "BENCH_STATIC_ROOT": str(work / "static"),
            "LOG_LEVEL": "WARNING",
            # The stock project's own apps come first; the configuration of gunicorn is ours for both.
            "PYTHONPATH": f"{folder}:{ROOT}",
            "WEB_CONCURRENCY": "1",
            "WEB_THREADS": "4",
        }

    def run(self, *command: str, **more: str) -> str:
        """What the command printed; its complaint ends the run."""
        result = subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env=self.variables | more,
            capture_output=True,
            text=True,
        )
        if result.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{(result.stdout + result.stderr)[-4000:]}")
        return result.stdout

    def manage(self, *command: str) -> str:
        return self.run("manage.py", *command)

    @contextlib.contextmanager
    def served(self, port: int) -> Iterator[int]:
        """Serve it with gunicorn, as the Procfile does; gives the process id of its one worker."""
        name = self.variables["DJANGO_SETTINGS_MODULE"].partition(".")[0]
        command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "site" / "web_server.py")]
        application = "config.wsgi" if self.folder == ROOT else f"{name}.wsgi"
        with (self.work / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [*command, "--no-control-socket", "--bind", f"127.0.0.1:{port}", application],
                cwd=self.folder,
                env=self.variables,
                stdout=log,
                stderr=log,
            )
        try:
            wait_for(process, port)
            yield int(subprocess.check_output(["ps", "-o", "pid=", "--ppid", str(process.pid)], text=True).split()[0])
        finally:
            process.terminate()
            process.wait(30)


def wait_for(process: subprocess.Popen, port: int) -> None:
    for _ in range(150):
        with contextlib.suppress(OSError, Refused):
            fetch(port, "/bare")
            return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    sys.exit("A server did not start; run with --keep to read its log.")


def make_ours(work: Path, database: str) -> Project:
    ours = Project(ROOT, "tests.bench.ours", database, work)
    ours.manage("migrate", "--verbosity=0")
    ours.manage("createcachetable")
    ours.manage("collectstatic", "--no-input", "--verbosity=0")
    ours.manage("load_sample")
    return ours


def make_stock(work: Path, database: str) -> Project:
    folder = work / "stock"
    folder.mkdir()
    subprocess.run(
        [str(Path(sys.executable).with_name("wagtail")), "start", "stock", str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (folder / "stock" / "settings" / "bench.py").write_text(STOCK_SETTINGS)
    (folder / "stock" / "bench_urls.py").write_text(STOCK_URLS)
    (folder / "home" / "templates" / "home" / "home_page.html").write_text(STOCK_PAGE)
    stock = Project(folder, "stock.settings.bench", database, work)
    stock.manage("migrate", "--verbosity=0")
    stock.manage("collectstatic", "--no-input", "--verbosity=0")
    return stock


@contextlib.contextmanager
def databases(work: Path) -> Iterator[tuple[str, str]]:
    """Addresses of two empty databases: on the PostgreSQL of DATABASE_URL if it names one, else SQLite files."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{work / 'ours.sqlite3'}", f"sqlite:///{work / 'stock.sqlite3'}"
        return
    names = [f"bench_{kind}_{os.getpid()}" for kind in ("ours", "stock")]
    connection = psycopg2.connect(server)
    connection.autocommit = True
    cursor = connection.cursor()
    try:
        for name in names:
            cursor.execute(f"CREATE DATABASE {name}")
        yield tuple(urlsplit(server)._replace(path=f"/{name}").geturl() for name in names)
    finally:
        for name in names:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.close()
