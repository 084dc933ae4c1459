"""Letters and decisions about an application that is closed to somebody: their own, and those of a conflict."""

import pytest
from django.db import transaction
from django.urls import reverse

from program.calls.enums import Status
from program.calls.models import Conflict
from program.calls.services.deciding_together import set_pending
from program.calls.services.looking import looks_at
from program.calls.services.receipts import write_receipt
from program.letters.models import Letter
from tests.browsing import soup, text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory

pytestmark = pytest.mark.django_db
REGISTER = "/admin/letters/letter/"


@pytest.fixture
def moderator(moderator, arriving_at):
    arriving_at(NOW)
    return moderator


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, closed=True)


@pytest.fixture
def answered(call):
    return ApplicationFactory(call=call, name="Somebody Else")


@pytest.fixture(params=["own", "conflict"])
def closed(request, moderator, call):
    if request.param == "own":
        return ApplicationFactory(call=call, name="Marked Name", email=moderator.user.email.upper())
    application = ApplicationFactory(call=call, name="Marked Name")
    Conflict.objects.create(application=application, reader=moderator.user, at=NOW)
    return application


def receipt(application) -> Letter:
    with transaction.atomic():
        return write_receipt(application=application, at=NOW)


def test_letters_about_what_is_closed_are_neither_listed_nor_opened_nor_sent_again(moderator, closed, answered):
    """Guard: the hook ``letters_open_to``, asked by the list and at each door; a receipt holds all the answers."""
    letter, other = receipt(closed), receipt(answered)
    listed = text_of(moderator.get(REGISTER))
    assert ("Somebody Else" in listed, "Marked Name" in listed) == (True, False)
    doors = [
        lambda each: f"{REGISTER}inspect/{each.pk}/",
        *(lambda each, verb=verb: reverse(f"{verb}_letter", args=[each.pk]) for verb in ("resend", "discard")),
    ]
    assert [moderator.get(door(letter)).status_code for door in doors] == [404] * 3
    assert [moderator.post(door(letter)).status_code for door in doors[1:]] == [404] * 2
    assert [moderator.get(door(other)).status_code for door in doors] == [200] * 3


def test_a_receipt_that_staff_open_is_a_look_at_the_application(moderator, answered):
    """Guard: the hook ``after_reading_a_letter``; the copy of the answers is another way to read them."""
    letter = receipt(answered)
    moderator.get(f"{REGISTER}inspect/{letter.pk}/")
    assert [look.how for look in looks_at(answered)] == ["Looked at the application"]


def test_what_is_decided_about_what_is_closed_is_not_shown_before_it_is_announced(moderator, call, closed, answered):
    """Guard: ``closed_to`` in ``announce``."""
    set_pending(applications=[closed], to=Status.OFFERED, by=ModeratorFactory(), at=NOW)
    set_pending(applications=[answered], to=Status.WAITLISTED, by=ModeratorFactory(), at=NOW)
    page = moderator.get(reverse("announce", args=[call.pk]))
    words = text_of(page)
    assert "Offered 0 Waitlisted 1 Not this time 0" in words
    assert "1 of them is about an application that is closed to you" in words
    assert ("Somebody Else" in words, "Marked Name" in words) == (True, False)
    assert soup(page).select_one("form.announce-go button").get_text() == "Send 2 letters"
