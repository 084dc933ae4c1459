"""What holds for every test: what the header says, what skips where, and what each may ask for.

A test starts from what the migrations leave: a home page, a site, the groups. Browsers: tests/journeys/.
"""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.db import connection
from django.utils import timezone
from pytest_django.plugin import blocking_manager_key

from home.models import HomePage
from tests.journeys.browser import NOT_FOUND, find_browser, is_required

JOURNEYS = Path(__file__).parent / "journeys"
NOT_POSTGRES = "Needs PostgreSQL, named in DATABASE_URL; this run is on another database."


def pytest_report_header() -> list[str]:
    """Say on what this run stands, so that a log can be read without its command."""
    return [f"database: {connection.vendor}", f"browser: {find_browser() or NOT_FOUND}"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A browser leaves an event loop on its thread, and Django then takes the thread for asynchronous and gives
    # it another connection: what is no journey has to be over by then.
    items.sort(key=lambda item: JOURNEYS in item.path.parents)
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None):
    """Put back what the migrations made after a test that commits: its end empties every table."""
    result = yield
    marker = item.get_closest_marker("django_db")
    # After the last test the database is gone, unless it is kept for the next run.
    is_still_there = nextitem is not None or item.config.getoption("reuse_db")
    # A test that was skipped has asked for no database, so nothing was kept of one.
    contents = getattr(connection, "_test_serialized_contents", None)
    if marker and marker.kwargs.get("transaction") and is_still_there and contents:
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(contents)
    return result
