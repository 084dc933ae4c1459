"""The whole road of one call: answered by two, read by two of whom one can't be fair, decided, told, accepted."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from program.calls.enums import Status
from program.calls.models import Application, CallPage
from program.calls.services import announcing
from program.letters.addresses import personal_address
from program.letters.models import Letter
from tests.factories import CriterionFactory
from tests.journeys import admin, applying
from tests.journeys.house import build_call, build_house, build_person
from tests.journeys.watch import assert_accessible

pytestmark = pytest.mark.main_road

CALL = "Summer reading committee"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def test_a_call_is_answered_read_decided_told_and_accepted(visitor, watch):
    build_house()
    call = build_call(
        title=CALL, names_hidden=False, criteria=[CriterionFactory(name="Has tried it in a small library")]
    )
    editor = visitor(viewport=WIDE)
    admin.log_in(editor, build_person("editor", "Editors", "Moderators"))
    readers = [build_person(name, "Call readers") for name in ("rosa", "sam")]
    for reader in readers:
        name_as_reader(editor, reader)

    for name, email in (("Ada Sample", "ada@example.org"), ("Bo Sample", "bo@example.org")):
        answer(visitor(viewport=PHONE, java_script_enabled=False), name, email)

    rosa, sam = (visitor(viewport=WIDE) for _ in readers)
    admin.log_in(rosa, readers[0])
    admin.log_in(sam, readers[1])
    open_the_call(rosa)
    read(rosa, "Ada Sample", score="5", recommend="Yes")
    read(rosa, "Bo Sample", score="3", recommend="Not this time")
    open_the_call(sam)
    declare_a_conflict(sam, "Bo Sample")
    read(sam, "Ada Sample", score="4", recommend="Yes")
    expect(sam.get_by_text("Bo Sample")).to_have_count(0)

    look_at_the_progress(editor)
    close(call)
    decide(editor, "Ada Sample", "Offered")
    decide(editor, "Bo Sample", "Not this time")
    expect_the_applicant_to_see(visitor, "ada@example.org", "Being read")
    announce(editor)

    ada = visitor(viewport=PHONE)
    ada.goto(own_address("ada@example.org", "offered"))
    accept(ada)
    expect_the_name_on_the_page(visitor(), call)
    bo = visitor(viewport=PHONE)
    bo.goto(own_address("bo@example.org", "not_this_time"))
    expect(bo.get_by_text("Not this time").first).to_be_visible()
    assert_accessible(bo)
    assert dict(Application.objects.values_list("name", "status")) == {
        "Ada Sample": Status.ACCEPTED,
        "Bo Sample": Status.NOT_THIS_TIME,
    }


def name_as_reader(page: Page, reader) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Readers", exact=True).click()
    page.get_by_role("link", name="Add reader").first.click()
    page.get_by_role("button", name="Choose a page").click()
    page.get_by_role("dialog").get_by_role("link", name=CALL).click()
    page.get_by_role("combobox", name="Account").select_option(label=str(reader))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("table")).to_contain_text(str(reader))


def answer(page: Page, name: str, email: str) -> None:
    page.goto(f"{CallPage.objects.get(title=CALL).url}answer/")
    applying.fill_in(page, name=name, email=email)
    page.get_by_label("Why this committee?").fill(f"{name} would like to.")
    page.get_by_label("Reading", exact=True).check()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", level=1, name="Your answers are here")).to_be_visible()


def the_worker_announces() -> None:
    """What the worker does every few seconds; here on the connection that the server of the tests shares."""
    announcing.carry_out(at=timezone.now())


def open_the_call(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="To read", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=re.compile(CALL)).click()


def read(page: Page, name: str, *, score: str, recommend: str) -> None:
    page.get_by_role("link", name=re.compile(name)).click()
    page.get_by_role("group", name="Has tried it in a small library").get_by_label(score).check()
    page.get_by_role("group", name="What do you recommend?").get_by_label(recommend, exact=True).check()
    page.get_by_role("button", name="Save and go back to the list").click()


def declare_a_conflict(page: Page, name: str) -> None:
    page.get_by_role("link", name=re.compile(name)).click()
    page.get_by_role("link", name="I can’t be fair about this one").click()
    page.get_by_label("Why").fill("We share a desk.")
    page.get_by_role("button", name="Close it to me").click()


def look_at_the_progress(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Reading", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=re.compile(CALL)).click()
    expect(page.get_by_role("main")).to_contain_text("Rosa")
    expect(page.get_by_role("main")).to_contain_text("We share a desk.")


def close(call: CallPage) -> None:
    """Time passes: the call closed an hour ago."""
    CallPage.objects.filter(pk=call.pk).update(closes_at=timezone.now() - timedelta(hours=1))


def decide(page: Page, name: str, decision: str) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Applications", exact=True).click()
    page.get_by_role("row", name=re.compile(name)).get_by_role("checkbox").check()
    page.get_by_label("With those ticked").select_option(label=f"Pending: {decision}")
    page.get_by_role("button", name="Show whom it concerns").click()
    page.get_by_role("button", name="Keep 1 decision as pending").click()


def expect_the_applicant_to_see(visitor, email: str, words: str) -> None:
    page = visitor(viewport=PHONE)
    page.goto(own_address(email, "received"))
    expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text("offered", exact=False)).to_have_count(0)


def announce(page: Page) -> None:
    page.get_by_role("link", name="look through the letters and announce").click()
    expect(page.get_by_text("Dear Ada Sample,")).to_be_visible()
    assert Letter.objects.filter(to="ada@example.org").count() == 1
    page.get_by_role("button", name="Send 2 letters").click()
    expect(page.get_by_text("0 of 2 done.")).to_be_visible()
    the_worker_announces()
    expect(page.get_by_text("Done: 2 letters written.")).to_be_visible()


def own_address(email: str, kind: str) -> str:
    """The personal link in the letter of this kind, as its reader would find it."""
    letter = Letter.objects.get(to=email, kind__endswith=kind)
    return personal_address(letter.letter_links.get(name="own").link).split("localhost:8000")[-1]


def accept(page: Page) -> None:
    assert_accessible(page)
    page.get_by_role("link", name="Accept the place").first.click()
    page.get_by_label("Yes, as I write it below").check()
    page.get_by_label("Your name, as it should stand there").fill("Ada Sample")
    page.get_by_role("button", name="Accept the place").click()


def expect_the_name_on_the_page(page: Page, call: CallPage) -> None:
    page.goto(call.url)
    expect(page.get_by_role("heading", name="What came of it")).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Ada Sample")).to_be_visible()
