"""What holds for every test: what the header says, what skips where, and what each may ask for.

A test starts from what the migrations leave: a home page, a site, the groups. Browsers: tests/journeys/.
"""

from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from home.models import HomePage
from tests.journeys.browser import NOT_FOUND, find_browser, is_required

NOT_POSTGRES = "Needs PostgreSQL, named in DATABASE_URL; this run is on another database."


def pytest_report_header() -> list[str]:
    """Say on what this run stands, so that a log can be read without its command."""
    return [f"database: {connection.vendor}", f"browser: {find_browser() or NOT_FOUND}"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if is_required() and not find_browser():
        raise pytest.UsageError(f"REQUIRE_BROWSER is set. {NOT_FOUND}")
    if connection.vendor != "postgresql":
        for item in items:
            if item.get_closest_marker("postgres"):
                item.add_marker(pytest.mark.skip(reason=NOT_POSTGRES))


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Empty the caches, where Wagtail remembers addresses of pages that a test before this one had."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def home(db):
    return HomePage.objects.get()


@pytest.fixture
def arriving_at(monkeypatch):
    """A function that lets every request from now on arrive at a moment of one's choice."""

    def set_clock(moment):
        clock = SimpleNamespace(now=lambda: moment, override=timezone.override)
        monkeypatch.setattr("home.middleware.timezone", clock)
        return moment

    return set_clock


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """A database in which each thread commits for itself; afterwards it holds what the migrations made.

    The usual isolation, one transaction rolled back at the end, would be seen by one connection only.
    """
    with django_db_blocker.unblock():
        yield
        for other in connections.all():
            call_command("flush", database=other.alias, interactive=False, verbosity=0, inhibit_post_migrate=True)
            other.creation.deserialize_db_from_string(other._test_serialized_contents)
        connections.close_all()
