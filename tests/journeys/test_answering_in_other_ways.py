"""The applicant's road for people without JavaScript, without a mouse, or with a phone alone."""

import re

from playwright.sync_api import Page, expect

from program.calls.models import Application
from tests.journeys import applying
from tests.journeys.house import build_call, build_house
from tests.journeys.keyboard import assert_focus_is_visible, press_tab_until, tab_stops
from tests.journeys.watch import assert_accessible, assert_nothing_sticks_out

CALL = "Summer reading committee"


def answer_the_questions(page: Page) -> None:
    page.get_by_label("Why this committee?").fill("I read aloud every day.")
    page.get_by_label("Planning").check()
    page.get_by_label("Grants").check()


def expect_heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words, exact=True)).to_be_visible()


def test_the_whole_road_works_without_javascript(visitor):
    build_house()
    build_call()
    page = visitor(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name=CALL).click()
    page.get_by_role("link", name="Answer this call").first.click()
    applying.fill_in(page, email="not an address")
    answer_the_questions(page)
    page.get_by_role("button", name="Check my answers").click()
    applying.expect_error_summary(page, "Your e-mail address", "Write an e-mail address like name@example.org.")
    expect(page.get_by_label("Planning")).to_be_checked()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Change my answers").click()
    page.get_by_label("Story times").check()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Send my answers").click()
    receipt = page.url
    expect_heading(page, "Your answers are here")

    page.go_back()
    page.get_by_role("button", name="Send my answers").click()
    expect_heading(page, "We already have your answers")
    application = Application.objects.get()
    assert (page.url.split("?")[0], application.answers[2]["answer"]) == (receipt, ["Story times", "Grants"])


def test_the_back_button_brings_the_form_back_as_it_was_typed(visitor):
    build_house()
    build_call()
    page = visitor()
    page.goto("/calls/summer-reading/answer/")
    applying.fill_in(page)
    answer_the_questions(page)
    page.get_by_role("button", name="Check my answers").click()
    page.go_back()
    expect(page.get_by_label("Why this committee?")).to_have_value("I read aloud every day.")
    expect(page.get_by_label("Planning")).to_be_checked()
    expect(page.get_by_label("Type of library")).to_have_value("public")


def test_the_keyboard_alone_is_enough(visitor):
    build_house()
    build_call()
    page = visitor()
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main part")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert_focus_is_visible(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    press_tab_until(page, CALL)
    page.keyboard.press("Enter")
    expect_heading(page, CALL)
    press_tab_until(page, "Answer this call")
    page.keyboard.press("Enter")
    expect_heading(page, f"Answer: {CALL}")
    fill_in_by_keyboard(page)
    press_tab_until(page, "Check my answers")
    page.keyboard.press("Enter")
    expect_heading(page, "Check your answers")
    press_tab_until(page, "Send my answers")
    page.keyboard.press("Enter")
    expect_heading(page, "Your answers are here")
    application = Application.objects.get()
    assert (application.library_type, application.member) == ("public", "yes")
    assert [each["answer"] for each in application.answers] == ["By keyboard.", "Reading", ["Story times"]]


def fill_in_by_keyboard(page: Page) -> None:
    for label, words in [("Your name", "Ada Sample"), ("Your e-mail address", "ada@example.org")]:
        press_tab_until(page, label)
        page.keyboard.type(words)
    press_tab_until(page, "I am not sure")  # the choice made beforehand is where the Tab key enters
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    press_tab_until(page, "Your library")
    page.keyboard.type("Sample Public Library")
    press_tab_until(page, "Type of library")
    page.keyboard.type("Public")
    press_tab_until(page, "Why this committee?")
    page.keyboard.type("By keyboard.")
    press_tab_until(page, "Reading")
    page.keyboard.press("Space")
    press_tab_until(page, "Story times")
    page.keyboard.press("Space")
    press_tab_until(page, re.compile("My answers may be read and kept"))
    page.keyboard.press("Space")


def test_the_tab_key_follows_the_form_from_top_to_bottom(visitor):
    build_house()
    build_call()
    page = visitor()
    page.goto("/calls/summer-reading/answer/")
    page.get_by_role("textbox", name="Your name", exact=True).focus()
    tops = [stop["top"] for stop in tab_stops(page, until="Check my answers")]
    assert tops == sorted(tops)


def test_a_phone_is_enough(visitor):
    build_house()
    build_call()
    page = visitor(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, device_scale_factor=2)
    page.goto("/")
    assert_nothing_sticks_out(page)
    page.get_by_role("link", name=CALL).tap()
    expect_heading(page, CALL)
    assert_nothing_sticks_out(page)
    page.get_by_role("link", name="Answer this call").first.tap()
    expect_heading(page, f"Answer: {CALL}")
    page.get_by_role("button", name="Check my answers").tap()
    expect(page.get_by_role("alert")).to_be_focused()
    assert_nothing_sticks_out(page)
    assert_accessible(page)
    applying.fill_in(page)
    answer_the_questions(page)
    page.get_by_role("button", name="Check my answers").tap()
    expect_heading(page, "Check your answers")
    assert_nothing_sticks_out(page)
    page.get_by_role("button", name="Send my answers").tap()
    expect_heading(page, "Your answers are here")
    assert_nothing_sticks_out(page)
    assert_accessible(page)
