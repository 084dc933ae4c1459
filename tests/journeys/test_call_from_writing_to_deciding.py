"""The main road: an editor writes a call, a member finds it, an applicant answers it, the editor decides."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from program.calls.models import Application
from tests.journeys import admin, applying
from tests.journeys.house import build_house, build_person
from tests.journeys.watch import assert_accessible

pytestmark = pytest.mark.main_road

CALL = "Children's book jury"


def test_a_call_is_written_found_answered_and_decided(visitor, watch):
    build_house()
    editor = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(editor, build_person("editor", "Editors", "Moderators"))

    watch.expect_status(400)  # the editor's page saves itself, and is told that the dates are wrong
    write_call(editor)
    meet_a_wrong_date(editor)
    preview(editor)
    publish(editor)

    applicant = visitor(viewport={"width": 1280, "height": 900})
    find_from_the_home_page(applicant)
    receipt = answer(applicant)
    repeat(applicant, receipt)

    find_in_the_register(editor)
    move_to_in_review(editor)
    applicant.goto(receipt)
    expect(applicant.get_by_text("Being read", exact=True)).to_be_visible()


def write_call(page: Page) -> None:
    admin.begin(page, "Call")
    admin.write(page, "Title*", CALL)
    page.get_by_role("combobox", name="Kind*").select_option("Award jury")
    admin.write(page, "Group*", "Youth Services Section")
    admin.write(page, "Summary*", "Read forty picture books and agree on five.")
    admin.write_rich_text(page, "Charge*", "To read widely and to agree on a short list.")

    admin.open_tab(page, "What it takes")
    page.get_by_role("spinbutton", name="Hours a month").fill("6")

    admin.open_tab(page, "Dates and deciding")
    now = timezone.now().astimezone(ZoneInfo("America/Chicago"))
    admin.write_date(page, "Opens*", f"{now - timedelta(days=1):%Y-%m-%d %H:%M}")
    admin.write_date(page, "Closes*", f"{now - timedelta(days=3):%Y-%m-%d} 23:59")
    admin.write(page, "Who decides*", "The president-elect, as appointing officer")
    admin.write(page, "Who reads the answers*", "The chair of the section")

    admin.open_tab(page, "Questions")
    admin.add_question(page, 1, "Why this jury?", "Several lines of text")
    admin.add_question(
        page, 2, "Which books do you know best?", "Choose one, all shown", "Picture books\nChapter books"
    )
    admin.add_question(page, 3, "When can you meet?", "Choose any number", "Mornings\nEvenings")


def meet_a_wrong_date(page: Page) -> None:
    admin.press(page, "Publish")
    # Where the page has saved itself before, it was created already.
    expect(
        page.get_by_text(re.compile("The page could not be (created|saved) due to validation errors"))
    ).to_be_visible()
    expect(page.get_by_role("region", name="Charge*")).to_contain_text("To read widely and to agree on a short list.")
    admin.open_tab(page, "Dates and deciding (1 error)")
    dates = page.get_by_role("region", name="Dates", exact=True)
    expect(dates.get_by_text("The call closes before it opens. Choose a later closing time.")).to_be_visible()
    admin.write_date(page, "Closes*", f"{timezone.now() + timedelta(days=20):%Y-%m-%d} 23:59")


def preview(page: Page) -> None:
    page.get_by_role("button", name="Toggle preview").click()
    panel = page.get_by_role("complementary", name="Preview")
    shown = panel.frame_locator("iframe").last
    expect(shown.get_by_role("heading", name="The questions you will be asked")).to_be_visible()
    panel.get_by_role("combobox", name="Preview mode").select_option("The form applicants fill in")
    expect(shown.get_by_role("heading", name=f"Answer: {CALL}")).to_be_visible()
    expect(shown.get_by_role("group", name="Which books do you know best?")).to_be_visible()
    expect(shown.get_by_role("button", name="Check my answers")).to_be_disabled()
    page.get_by_role("button", name="Toggle preview").click()


def publish(page: Page) -> None:
    admin.press(page, "Publish")
    expect(page.get_by_text(re.compile(f"Page '{CALL}' (has been|created and) published"))).to_be_visible()


def find_from_the_home_page(page: Page) -> None:
    page.goto("/")
    assert_accessible(page)
    open_now = page.get_by_role("complementary", name="Open now")
    open_now.get_by_role("link", name=CALL).click()
    expect(page.get_by_role("heading", level=1, name=CALL)).to_be_visible()
    expect(page.get_by_text("Why this jury?")).to_be_visible()
    assert_accessible(page)


def answer(page: Page) -> str:
    """One wrong answer on the way, one change of mind; returns the address of the receipt."""
    page.get_by_role("link", name="Answer this call").first.click()
    assert_accessible(page)
    applying.fill_in(page, email="not an address")
    page.get_by_label("Why this jury?").fill("I read aloud every day.\nIt would be a joy.")
    page.get_by_label("Chapter books").check()
    page.get_by_label("Evenings").check()
    page.get_by_role("button", name="Check my answers").click()

    applying.expect_error_summary(page, "Your e-mail address", "Write an e-mail address like name@example.org.")
    expect(page.get_by_label("Why this jury?")).to_have_value("I read aloud every day.\nIt would be a joy.")
    expect(page.get_by_label("Chapter books")).to_be_checked()
    expect(page.get_by_label("Evenings")).to_be_checked()
    expect(page.get_by_label("Mornings")).not_to_be_checked()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_role("button", name="Check my answers").click()

    expect(page.get_by_role("heading", level=1, name="Check your answers")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Change my answers").click()
    expect(page.get_by_label("Your e-mail address")).to_have_value("ada@example.org")
    page.get_by_label("Mornings").check()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Send my answers").click()

    expect(page.get_by_role("heading", level=1, name="Your answers are here")).to_be_visible()
    assert_accessible(page)
    application = Application.objects.get()
    expect(page.get_by_text(application.reference)).to_be_visible()
    assert application.answers[2]["answer"] == ["Mornings", "Evenings"]
    return page.url


def repeat(page: Page, receipt: str) -> None:
    page.reload()
    assert page.url == receipt
    reference = Application.objects.get().reference
    expect(page.get_by_text(reference)).to_be_visible()

    page.go_back()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", level=1, name="We already have your answers")).to_be_visible()
    expect(page.get_by_text(reference)).to_be_visible()
    assert_accessible(page)
    assert (page.url.split("?")[0], Application.objects.count()) == (receipt, 1)


def find_in_the_register(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name=re.compile("^1 applications? received")).click()
    expect(page.get_by_role("table")).to_contain_text("Ada Sample")
    search = page.get_by_role("main").get_by_role("textbox", name=re.compile("Search"))
    search.fill("nobody of that name")
    search.press("Enter")
    expect(page.get_by_text("Ada Sample")).to_have_count(0)
    page.get_by_role("link", name="Applications").click()
    narrow_by_status(page, "Not this time")
    expect(page.get_by_text("Ada Sample")).to_have_count(0)
    narrow_by_status(page, "Received")
    expect(page.get_by_role("table")).to_contain_text("Ada Sample")
    search.fill("ada")
    search.press("Enter")
    expect(page.get_by_role("table")).to_contain_text("Ada Sample")


def narrow_by_status(page: Page, status: str) -> None:
    choices = page.locator("details").filter(has_text=re.compile(r"^\s*Status:"))
    choices.locator("summary").click()
    choices.get_by_role("link", name=status, exact=True).click()


def move_to_in_review(page: Page) -> None:
    page.get_by_role("table").get_by_role("link", name="Ada Sample").click()
    expect(page.get_by_text("It would be a joy.")).to_be_visible()
    page.get_by_role("link", name="Change the status").click()
    page.get_by_label("In review").check()
    page.get_by_label("Why", exact=True).fill("Worth a talk.")
    page.get_by_role("button", name="Change the status").click()
    expect(page.get_by_text("is now “In review”")).to_be_visible()
    expect(page.get_by_text("Worth a talk.")).to_be_visible()
