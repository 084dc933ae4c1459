"""No log holds an address that would open somebody's receipt."""

import logging
import sys

import pytest
from gunicorn.config import Config

from config.personal_links import HidePersonalLinks, WithoutPersonalLinks, hide
from config.web_server import Logger
from program.calls.services.answering import new_secret


def test_the_secret_of_a_receipt_is_left_out_wherever_it_stands():
    secret = new_secret()
    assert hide(f"Internal Server Error: /my-answers/{secret}/") == "Internal Server Error: /my-answers/…/"
    assert hide(f"GET /my-answers/{secret} 200") == "GET /my-answers/… 200"
    assert hide(f'"/my/answers/{secret}?again=1", /my/answers/{secret}') == '"/my/answers/…?again=1", /my/answers/…'


@pytest.mark.parametrize("path", ["/calls/five-jurors/answer/", "/spotlights/" + "a-long-slug-" * 5 + "/"])
def test_other_addresses_stay_as_they_are(path):
    assert hide(path) == path


def test_a_logger_with_the_filter_writes_no_secret(caplog):
    secret = new_secret()
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", (f"/my-answers/{secret}/",), None)
    assert HidePersonalLinks().filter(record)
    assert secret not in record.getMessage()


def test_the_words_of_an_exception_tell_no_secret():
    """Guard: ``WithoutPersonalLinks.format``; a filter sees the message and not what is written below it."""
    secret = new_secret()
    try:
        raise ValueError(f"No such page: /my-answers/{secret}/")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Failed", (), sys.exc_info())
    written = WithoutPersonalLinks("%(message)s").format(record)
    assert ("No such page: /my-answers/…/" in written, secret in written) == (True, False)


def test_the_web_server_tells_no_secret_where_a_download_breaks_off(caplog):
    """Guard: ``Logger.setup``; gunicorn writes the address of a request it could not end."""
    secret = new_secret()
    logger = Logger(Config())
    logger.error_log.addHandler(caplog.handler)
    logger.error("Error handling request %s", f"/my-answers/{secret}/file/resume/")
    logger.error_log.removeHandler(caplog.handler)
    assert caplog.messages == ["Error handling request /my-answers/…/file/resume/"]
