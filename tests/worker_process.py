"""The worker as a process of its own, with the settings of a public site, against a database of one's choice."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECRET_KEY = "for workers that tests start, and long enough for a public site: 0123456789"


@contextmanager
def worker_process(database_url: str, mail_server) -> Iterator[subprocess.Popen]:
    """``run_worker``, whose letters go to ``mail_server``; killed at the end if it still runs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "run_worker"],
        cwd=ROOT,
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": SECRET_KEY,
            "ALLOWED_HOSTS": "example.org",
            "BASE_URL": "https://example.org",
            "DATABASE_URL": database_url,
            "EMAIL_URL": f"smtp://{mail_server.host}:{mail_server.port}",
            "DEFAULT_FROM_EMAIL": "mentoring@example.org",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield worker
    finally:
        worker.kill()
        worker.communicate()


def wait_until(condition, seconds: float = 30) -> bool:
    """Whether ``condition()`` came true within ``seconds``."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.02)
    return False
