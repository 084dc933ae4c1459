"""Every address of reading × every role. Markers stand for what must not leak; something exists that could."""

import pytest
from django.urls import reverse

from program.calls.enums import Status
from program.calls.models import Application, Conflict, Reading
from program.calls.services import deciding
from program.letters.models import Letter
from tests.factories import NOW, ApplicationFactory, CallReaderFactory
from tests.program.calls.reading_roles import (
    NAME,
    ROLES,
    SECRET,
    VERDICT,
    WORDS,
    address_of,
    client_of,
    marked_application,
)

pytestmark = pytest.mark.django_db

READ = {"reader"}
KEEP = {"moderator", "administrator"}
# Each address, with the roles that see the name there, and those that see the answers.
ADDRESSES = {
    "reading:calls": (set(), set()),
    "reading:call": (READ, set()),
    "reading:application": (READ, READ),
    "reading:conflict": (READ, set()),
    "reading:progress_list": (set(), set()),
    "reading:progress": (KEEP, set()),
    "reading:remind": (set(), set()),
    "calls_application_modeladmin_index": (KEEP, set()),
    "calls_application_modeladmin_inspect": (KEEP, KEEP),
    "move_application": (KEEP, set()),
}


@pytest.fixture
def application(db) -> Application:
    return marked_application()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ADDRESSES)
def test_each_part_is_seen_only_through_the_right_door(application, name, role):
    """Guards: ``open_to`` and ``to_read_by``, ``ProgressPage.setup``, ``SEEN_BY_READERS``."""
    body = client_of(role, application).get(address_of(name, application), follow=True).content.decode()
    see_name, see_words = ADDRESSES[name]
    seen = {marker: marker in body for marker in (NAME, WORDS, SECRET, VERDICT)}
    inspects = name == "calls_application_modeladmin_inspect" and role in KEEP
    assert seen == {NAME: role in see_name, WORDS: role in see_words, SECRET: inspects, VERDICT: inspects}


@pytest.mark.parametrize("role", [role for role in ROLES if role not in READ])
@pytest.mark.parametrize("name", ["reading:application", "reading:conflict"])
def test_what_may_not_be_read_is_answered_like_what_does_not_exist(application, name, role):
    """Guard: one lookup in ``ApplicationPage.setup`` for all reasons."""
    client = client_of(role, application)
    known = client.get(address_of(name, application))
    unknown = client.get(reverse(name, args=[application.call_id, "XXXX-XXXX"]))
    assert (known.status_code, known.headers.get("Location")) == (
        unknown.status_code,
        unknown.headers.get("Location", "").replace("XXXX-XXXX", application.reference) or None,
    )
    assert known.status_code in (302, 404)


@pytest.mark.parametrize("role", [role for role in ROLES if role not in READ])
def test_nobody_else_writes_a_reading_or_a_conflict(application, role):
    client = client_of(role, application)
    before = Conflict.objects.count()
    client.post(address_of("reading:application", application), {"recommendation": "yes", "comment": "Forged"})
    client.post(address_of("reading:conflict", application), {"why": "Forged"})
    assert not Reading.objects.filter(comment="Forged").exists()
    assert Conflict.objects.count() == before


@pytest.mark.parametrize("role", [role for role in ROLES if role not in KEEP and not role.startswith("moderator")])
def test_nobody_else_reminds_readers(application, role):
    late = CallReaderFactory(page=application.call).user
    client_of(role, application).post(address_of("reading:remind", application), {"reader": [late.pk]})
    assert not Letter.objects.filter(kind="reading_reminder").exists()


def test_a_withdrawn_application_is_found_by_no_reader(application):
    client = client_of("reader", application)
    application.refresh_from_db()
    deciding.move(application=application, to=Status.WITHDRAWN, seen=application.status, by=None, at=NOW)
    assert client.get(address_of("reading:application", application)).status_code == 404
    assert NAME not in client.get(address_of("reading:call", application)).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "to-read/0/",
        "to-read/99999999999999999999999/",
        "to-read/x/",
        "to-read/{call}/-/",
        "to-read/{call}/{other}/",
        "to-read/{call}/%00/",
        "to-read/{other_call}/{reference}/",
        "to-read/{call}/{lower}/",
    ],
)
def test_a_forged_address_is_an_unknown_one(application, address):
    other = ApplicationFactory(name="Somebody else")
    path = address.format(
        call=application.call_id,
        other=other.reference,
        other_call=other.call_id,
        reference=application.reference,
        lower=application.reference.lower(),
    )
    assert client_of("reader", application).get(f"/admin/{path}").status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_shows_each_what_is_theirs(application, role):
    home = client_of(role, application).get(reverse("wagtailadmin_home"), follow=True).content.decode()
    reads = role.startswith("reader") and role != "reader no longer"
    keeps = role in KEEP or role.startswith("moderator")
    assert ('"url": "/admin/to-read/"' in home, '"url": "/admin/reading/"' in home) == (reads, keeps)
