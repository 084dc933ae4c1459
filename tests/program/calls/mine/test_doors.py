"""Every address that belongs to an applicant × every role. The marker stands for what must not leak."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from program.calls.models import Application
from program.calls.services.answering import new_secret
from program.links.services import issue, secret_of
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
)
from tests.program.calls.mine.conftest import send_a_file
from tests.program.calls.roles import ROLES, STAFF, client_of

pytestmark = pytest.mark.django_db

MARKER = "Markerperson"
# What stands below the address of an application.
BELOW = [
    "",
    "accept/",
    "correct/",
    "data/",
    "data/application.html",
    "data/application.json",
    "data/application.zip",
    "delete/",
    "file/resume/",
    "later/",
    "naming/",
    "sheet/",
    "turn-down/",
    "withdraw/",
]
SEEN = {"", "data/application.html", "data/application.json", "data/application.zip", "file/resume/"}


@pytest.fixture
def theirs(db, arriving_at) -> Application:
    arriving_at(NOW)
    application = ApplicationFactory(call=CallPageFactory(now=NOW), name=MARKER, email=f"{MARKER}@example.org")
    send_a_file(application, content=MARKER.encode(), name=f"{MARKER}.txt")
    return application


def sees_the_marker(client, address) -> bool:
    response = client.get(address, follow=True)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return MARKER.encode() in body or MARKER in response.get("Content-Disposition", "")


def test_whoever_holds_the_link_sees_it_and_nobody_else_does(theirs):
    """Guard: ``owning.find``. The own link, that of somebody else, and words that are no link."""
    own = secret_of(issue(purpose="application", target=theirs, at=NOW))
    other = new_secret()
    ApplicationFactory(call=theirs.call, secret=other, name="Somebody else")
    send_a_file(Application.objects.get(name="Somebody else"))
    client = Client()
    assert {below for below in BELOW if sees_the_marker(client, f"/my-answers/{own}/{below}")} >= SEEN
    for secret in (other, new_secret(), theirs.reference, str(theirs.pk), theirs.secret_digest[:43]):
        assert [below for below in BELOW if sees_the_marker(client, f"/my-answers/{secret}/{below}")] == []


@pytest.mark.parametrize("role", ROLES)
def test_an_account_opens_nothing_without_the_link(theirs, role):
    client = client_of(role, theirs)
    assert [below for below in BELOW if sees_the_marker(client, f"/my-answers/{new_secret()}/{below}")] == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("names_hidden", [False, True])
def test_a_file_is_opened_only_by_who_may(theirs, role, names_hidden):
    """Guard: ``may_open_file``. Readers may, unless names are hidden: files carry names."""
    theirs.call.names_hidden = names_hidden
    theirs.call.save()
    may = role in STAFF or (role == "reader of this call" and not names_hidden)
    assert sees_the_marker(client_of(role, theirs), reverse("open_file", args=[theirs.pk, "resume"])) == may


def test_a_reader_opens_no_file_that_is_sensitive_or_asked_for_later(theirs):
    send_a_file(theirs, key="secretive", sensitive=True, content=MARKER.encode(), name="a.txt")
    send_a_file(theirs, key="later", later=True, content=MARKER.encode(), name="b.txt")
    client = client_of("reader of this call", theirs)
    assert [
        key
        for key in ("resume", "secretive", "later")
        if sees_the_marker(client, reverse("open_file", args=[theirs.pk, key]))
    ] == ["resume"]


def test_ids_that_are_guessed_are_not_found(theirs):
    client = client_of("moderator", theirs)
    for pk, key in [(theirs.pk + 1, "resume"), (theirs.pk, "unknown"), (0, "resume"), (10**18, "resume")]:
        assert client.get(reverse("open_file", args=[pk, key])).status_code == 404


def test_the_register_leads_to_the_file_and_each_opening_is_recorded_once(theirs):
    """Guard: ``record_download``; the name of the file, which may be a person's, stands in no log."""
    client = client_of("moderator", theirs)
    page = client.get(reverse("calls_application_modeladmin_inspect", args=[theirs.pk])).content.decode()
    address = reverse("open_file", args=[theirs.pk, "resume"])
    assert address in page
    b"".join(client.get(address).streaming_content)
    entry = ModelLogEntry.objects.get(action="calls.download")
    assert entry.data == {"what": "Your resume"}
    assert MARKER not in entry.label
