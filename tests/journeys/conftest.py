"""Journeys: whole roads through the site in a real Chromium, against a real server.

A journey starts from what the migrations leave, plus ``house``: a small association. Its pictures
and traces of failures are kept in var/journeys/.
"""

import os
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.journeys.browser import ARGUMENTS, NOT_FOUND, find_browser, is_required
from tests.journeys.turns import OneAtATime
from tests.journeys.watch import Watch

HERE = Path(__file__).parent
# Milliseconds: a step takes a fraction of one second, but two busy cores may take many.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
# Playwright keeps an event loop on this thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    if config.getoption("output", None) == "test-results":
        config.option.output = "var/journeys"
        config.option.screenshot = "only-on-failure"
        config.option.tracing = "retain-on-failure"


def pytest_collection_modifyitems(items):
    skip = pytest.mark.skip(reason=NOT_FOUND) if not find_browser() and not is_required() else None
    for item in items:
        if HERE in item.path.parents:
            # Keeps a copy of what migrations put into the database, for when it has been emptied.
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))
            if skip:
                item.add_marker(skip)


@pytest.fixture(scope="session")
def data_of_migrations(django_db_setup, django_db_blocker):
    """What the migrations put into the database, as text."""
    with django_db_blocker.unblock():
        return connection._test_serialized_contents


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    executable = find_browser()
    if executable is None:
        pytest.fail(NOT_FOUND, pytrace=False)
    return {**browser_type_launch_args, "executable_path": executable, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def playwright(data_of_migrations, playwright, django_db_blocker):
    """Playwright, started after the database: once its event loop runs on this thread, Django
    gives the thread another connection, and that one has to know the data of the migrations too."""
    connection._test_serialized_contents = data_of_migrations
    yield playwright
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture(scope="session")
def live_server(playwright, live_server):
    """The server of pytest-django, on the connection of the tests, answering one request at a time."""
    server = live_server.thread.httpd
    live_server.turns = OneAtATime(server.get_app())
    server.set_app(live_server.turns)
    return live_server


@pytest.fixture(scope="session")
def base_url(live_server):
    return live_server.url


@pytest.fixture
def watch(live_server):
    """Fails the journey at its end if anything happened that should not have.

    Waits for the last answer first: a page that saves by itself may have asked just before it was closed.
    """
    watch = Watch(live_server.url)
    yield watch
    live_server.turns.wait_until_idle()
    assert not watch.complaints, "\n".join(watch.complaints)


@pytest.fixture
def visitor(watch, new_context):
    """A function that brings somebody new to the site, in a browser of their own; returns their page.

    Takes what Playwright's ``new_context`` takes: ``viewport``, ``java_script_enabled``, ``color_scheme``.
    """

    def arrive(**how):
        context = new_context(locale="en-US", timezone_id="America/Chicago", **how)
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        return context.new_page()

    return arrive
