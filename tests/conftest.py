"""What holds for every test: what the header says, and what skips where. Browsers: tests/journeys/."""

import pytest
from django.db import connection

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
