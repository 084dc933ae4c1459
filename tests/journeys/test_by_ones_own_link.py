"""What an applicant does by their own link: on a phone, without JavaScript."""

import re

from playwright.sync_api import Page, expect

from program.calls.enums import Status
from program.calls.models import Application, CallPage
from program.calls.services import deciding
from program.calls.services.answering import new_secret
from tests.factories import ApplicationFactory, ModeratorFactory
from tests.factories.clock import this_second
from tests.journeys.house import build_call, build_house
from tests.journeys.watch import assert_accessible, assert_nothing_sticks_out

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


def stands_on(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words, exact=True)).to_be_visible()


def an_application() -> tuple[Application, str]:
    build_house()
    build_call()
    secret = new_secret()
    return ApplicationFactory(call=CallPage.objects.get(), secret=secret, name="Ada Sample"), f"/my-answers/{secret}/"


def test_correcting_and_withdrawing_on_a_phone_without_javascript(visitor):
    application, address = an_application()
    page = visitor(**PHONE)
    page.goto(address)
    stands_on(page, "Your answers are here")
    page.get_by_role("link", name="Correct my answers").click()
    page.get_by_role("textbox", name="Your name", exact=True).fill("Ada Corrected")
    page.get_by_role("button", name="Check my answers").click()
    stands_on(page, "Check your answers")
    page.get_by_role("button", name="Save my answers").click()
    expect(page.get_by_text("You corrected your answers")).to_be_visible()

    page.get_by_role("link", name="Withdraw my application").click()
    stands_on(page, "Withdraw your application")
    page.get_by_label(re.compile("^Why, if you would like to say")).fill("A new job.")
    page.get_by_role("button", name="Withdraw my application").click()
    stands_on(page, "Your application is withdrawn")
    page.go_back()
    stands_on(page, "Your application is withdrawn")
    application.refresh_from_db()
    assert (application.name, application.status) == ("Ada Corrected", Status.WITHDRAWN)
    assert application.status_changes.count() == 1


def test_accepting_a_place_on_a_phone_without_javascript(visitor):
    application, address = an_application()
    staff = ModeratorFactory()
    deciding.move(application=application, to=Status.OFFERED, seen=Status.RECEIVED, by=staff, at=this_second())
    page = visitor(**PHONE)
    page.goto(address)
    stands_on(page, "A place is offered to you")
    assert_nothing_sticks_out(page)
    page.get_by_role("link", name="Accept the place").click()
    page.get_by_role("button", name="Accept the place").click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("Yes, as I write it below").check()
    page.get_by_label(re.compile("^Your name, as it should stand there")).fill("Ada S.")
    assert_nothing_sticks_out(page)
    page.get_by_role("button", name="Accept the place").click()
    stands_on(page, "The place is yours")
    expect(page.get_by_text("You stand on the page of the call as Ada S.")).to_be_visible()
    assert [person.name for person in CallPage.objects.get().public_appointments] == ["Ada S."]


def test_every_page_of_an_application_is_accessible(visitor):
    application, address = an_application()
    staff = ModeratorFactory()
    page = visitor(viewport={"width": 360, "height": 740})
    for below in ("", "correct/", "withdraw/", "data/", "delete/"):
        page.goto(address + below)
        assert_accessible(page)
    deciding.move(application=application, to=Status.OFFERED, seen=Status.RECEIVED, by=staff, at=this_second())
    for below in ("", "accept/", "turn-down/"):
        page.goto(address + below)
        assert_accessible(page)
