"""An application, the address that opens it, and ways to bring it where a test needs it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import Application
from program.calls.services import deciding
from program.calls.services.answering import new_secret
from program.files.models import PrivateFile
from program.files.services import attach
from tests.browsing import form_in, send
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory
from tests.factories.files import store

WAYS = {
    Status.RECEIVED: [],
    Status.IN_REVIEW: [Status.IN_REVIEW],
    Status.SHORTLISTED: [Status.SHORTLISTED],
    Status.OFFERED: [Status.OFFERED],
    Status.WAITLISTED: [Status.WAITLISTED],
    Status.NOT_THIS_TIME: [Status.NOT_THIS_TIME],
    Status.ACCEPTED: [Status.OFFERED, Status.ACCEPTED],
    Status.TURNED_DOWN: [Status.OFFERED, Status.TURNED_DOWN],
    Status.WITHDRAWN: [Status.WITHDRAWN],
}


LATER = NOW + timedelta(hours=2)


def bring(application: Application, status: Status, at=NOW) -> Application:
    """Move ``application`` to ``status`` by legal moves, as staff."""
    staff = ModeratorFactory()
    for each in WAYS[status]:
        deciding.move(application=application, to=each, seen=application.status, by=staff, actor=Actor.STAFF, at=at)
    return application


def send_a_file(application: Application, *, key="resume", sensitive=False, later=False, **how) -> PrivateFile:
    """Let ``application`` have a file as the answer to a question, as the form would store it."""
    file = store(holder=application.secret_digest, slot=key, **how)
    attach(files=[file], owner=application)
    answer = {"key": key, "question": f"Your {key}", "help": "", "kind": "file", "sensitive": sensitive}
    answers = application.later_answers if later else application.answers
    answers.append(answer | {"answer": str(file.pk)})
    application.save()
    return file


def filled(client, door, **changes) -> dict:
    """The form as it opens, with ``changes``."""
    return form_in(client.get(door.door)) | changes


def save(client, door, **changes):
    return send(client, door.door, filled(client, door, **changes) | {"step": "save"})


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    options = {"BACKEND": "program.files.storages.PrivateFolder", "OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = settings.STORAGES | {"private": options}


@pytest.fixture
def mine(db, arriving_at):
    """An application of an open call, an hour after it arrived: ``application``, ``secret``, ``address``."""
    arriving_at(NOW)
    secret = new_secret()
    application = ApplicationFactory(
        call=CallPageFactory(now=NOW, title="Sample jury"), secret=secret, name="Ada Sample", arrived_at=NOW
    )
    return SimpleNamespace(application=application, secret=secret, address=f"/my-answers/{secret}/")


@pytest.fixture
def door(mine, arriving_at):
    arriving_at(LATER)
    mine.door = f"{mine.address}correct/"
    return mine
