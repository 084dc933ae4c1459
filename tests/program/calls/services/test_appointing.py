"""Names that people put on the page of a call themselves, and that no version of the page loses or brings back."""

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import Application, CallPage
from program.calls.services.appointing import record_yes, take_back
from program.calls.services.deciding import move
from tests.factories import NOW, ApplicationFactory, AppointmentFactory, CallPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    call = CallPageFactory(now=NOW, closed=True, appointments=[AppointmentFactory(name="Named before")])
    call.save_revision().publish()
    return call


@pytest.fixture
def accepted(call) -> Application:
    application = ApplicationFactory(call=call)
    Application.objects.update(status=Status.ACCEPTED)
    application.refresh_from_db()
    return application


def say_yes(application, name="Ada Sample"):
    return record_yes(application=application, name=name, library="Sample Library", at=NOW)


def named_on(call) -> list[str]:
    return [person.name for person in CallPage.objects.get(pk=call.pk).public_appointments]


def test_who_says_yes_is_named_on_the_page_that_is_live(call, accepted):
    appointment = say_yes(accepted)
    assert named_on(call) == ["Named before", "Ada Sample"]
    assert (appointment.library, appointment.said_yes_on) == ("Sample Library", NOW.date())


def test_a_draft_from_before_the_yes_keeps_the_name_when_it_is_published(call, accepted):
    """Guard: ``_in_every_version`` in ``record_yes``; publishing deletes the rows that a version doesn't have."""
    call.term = "Three years"
    draft = call.save_revision()
    say_yes(accepted)
    draft.refresh_from_db()
    draft.publish()
    assert named_on(call) == ["Named before", "Ada Sample"]
    assert CallPage.objects.get(pk=call.pk).term == "Three years"


def test_an_older_version_that_is_brought_back_keeps_the_name(call, accepted):
    oldest = call.revisions.first()
    call.save_revision().publish()
    say_yes(accepted)
    oldest.refresh_from_db()
    oldest.publish()
    assert named_on(call) == ["Named before", "Ada Sample"]


def test_saying_yes_twice_names_once_and_the_latest_wish_counts(call, accepted):
    """Guard: ``update_or_create`` by the application."""
    say_yes(accepted)
    say_yes(accepted, name="A. Sample")
    assert named_on(call) == ["Named before", "A. Sample"]
    call.revisions.last().publish()
    assert named_on(call) == ["Named before", "A. Sample"]


def test_the_newest_version_stays_the_newest(call, accepted):
    call.save_revision()
    newest = call.save_revision()
    say_yes(accepted)
    assert CallPage.objects.get(pk=call.pk).latest_revision == newest


@pytest.mark.parametrize("which", ["first", "last"])
def test_a_name_taken_back_is_in_no_version_any_more(call, accepted, which):
    """Guard: ``_in_every_version`` in ``take_back``; else a version brought back would name somebody who left."""
    say_yes(accepted)
    call.refresh_from_db()
    call.save_revision()
    take_back(application=accepted)
    assert named_on(call) == ["Named before"]
    getattr(call.revisions.order_by("pk"), which)().publish()
    assert named_on(call) == ["Named before"]


@pytest.mark.parametrize("actor", Actor)
def test_who_withdraws_after_accepting_is_named_no_longer(call, accepted, actor):
    """Guard: ``appointing.take_back`` in ``deciding.carry_out``."""
    say_yes(accepted)
    move(application=accepted, to=Status.WITHDRAWN, seen=Status.ACCEPTED, actor=actor, at=NOW)
    assert named_on(call) == ["Named before"]


def test_a_name_stays_when_the_application_is_deleted_on_time(call, accepted):
    call.save_revision()
    say_yes(accepted)
    Application.objects.all().delete()
    assert named_on(call) == ["Named before", "Ada Sample"]
    call.revisions.last().publish()
    assert named_on(call) == ["Named before", "Ada Sample"]
