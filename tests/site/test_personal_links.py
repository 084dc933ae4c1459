"""Who reads a log can open nobody's receipt."""

import logging

import pytest

from config.personal_links import HidePersonalLinks
from program.calls.services.answering import new_secret

SECRET = new_secret()


@pytest.mark.parametrize(
    ("message", "arguments", "written"),
    [
        ("Not Found: %s", (f"/my-answers/{SECRET}/",), "Not Found: /my-answers/…/"),
        (f'"GET /my-answers/{SECRET}/?again=same HTTP/1.1" 200', (), '"GET /my-answers/…/?again=same HTTP/1.1" 200'),
        ("GET /my-answers/%s", (SECRET,), "GET /my-answers/…"),
        ("Not Found: %s", ("/calls/a-call/",), "Not Found: /calls/a-call/"),
    ],
)
def test_a_personal_link_is_written_without_its_secret(message, arguments, written):
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, message, arguments, None)
    assert HidePersonalLinks().filter(record) is True
    assert record.getMessage() == written
