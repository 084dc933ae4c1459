"""Production refuses to start without what it can't do without, and is safe when it starts."""

import os
import subprocess
import sys

import pytest

from tests.architecture.reading import ROOT

WHOLE = {
    "SECRET_KEY": "for this test only, and long enough for production to take it: 0123456789",
    "ALLOWED_HOSTS": "example.org",
    "DATABASE_URL": "sqlite:////nonexistent/db.sqlite3",
    "BASE_URL": "https://example.org",
}


def run(code, environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**kept, "DJANGO_SETTINGS_MODULE": "config.settings.production", **environment},
    )  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_production_does_not_start_without(name):
    """Guard: ``_demand``. An empty value in .env would be none as well."""
    result = run("import config.settings.production", {**WHOLE, name: ""})
    assert result.returncode != 0
    # An address of no database is refused even before the settings come to ask for it.
    assert f"Set {name}" in result.stderr or name == "DATABASE_URL"


def test_production_does_not_start_with_a_short_secret():
    result = run("import config.settings.production", {**WHOLE, "SECRET_KEY": "short"})
    assert "shorter than 50 characters" in result.stderr


def test_production_passes_djangos_own_check():
    code = (
        "import django; django.setup(); from django.core.management import call_command as c; c('check', deploy=True)"
    )
    result = run(code, WHOLE)
    assert (result.returncode, "WARNING" in result.stderr.upper()) == (0, False), result.stderr


def test_production_sends_letters_from_somebody():
    """Guard: letters from webmaster@localhost would go nowhere, or into the box for junk."""
    result = run("import config.settings.production", {**WHOLE, "EMAIL_URL": "smtp://localhost"})
    assert "Set DEFAULT_FROM_EMAIL" in result.stderr


@pytest.mark.parametrize(("address", "become"), [("", "waiting"), ("smtp://localhost", "sent")])
def test_letters_wait_until_they_can_be_sent(address, become):
    result = run(
        "import config.settings.production as settings; print(settings.LETTERS_ARE)",
        {**WHOLE, "EMAIL_URL": address, "DEFAULT_FROM_EMAIL": "mentoring@example.org"},
    )
    assert result.stdout.strip() == become
