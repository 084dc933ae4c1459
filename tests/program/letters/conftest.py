"""A sample kind of letter, and the ways to write one."""

import copy
from pathlib import Path

import pytest
from django.db import transaction

from program.letters.services.writing import write
from tests.factories import NOW
from tests.mail_server import MailServer


@pytest.fixture(autouse=True)
def _sample_template(settings):
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    settings.TEMPLATES = templates


@pytest.fixture
def write_sample(db):
    """A function that writes one letter, in a transaction of its own; what it is given wins."""

    def _write(**changes):
        words = {"kind": "sample", "to": "reader@example.org", "subject": "A sample", "at": NOW, "context": {}}
        with transaction.atomic():
            return write(**words | changes)

    return _write


@pytest.fixture
def mail_server(settings):
    """A real SMTP server; letters go to it."""
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = server.host, server.port, 0.5
        yield server
