"""No log holds an address that would open somebody's receipt."""

import logging

import pytest

from config.personal_links import HidePersonalLinks, hide
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
