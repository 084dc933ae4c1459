"""What a member of staff does in the Wagtail admin, step by step, as a hand would."""

import re

from playwright.sync_api import Page, expect

from tests.factories.people import PASSWORD


def log_in(page: Page, person) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Good to see you")


def begin(page: Page, kind: str) -> None:
    """Open the list of this kind and the editor of a new one, and let its scripts start: they write the slug."""
    page.get_by_role("link", name=f"{kind}s", exact=True).click()
    page.get_by_role("link", name=f"Add {kind.lower()}").click()
    page.wait_for_url("**/add/**", wait_until="load")


def open_tab(page: Page, name: str | re.Pattern) -> None:
    page.get_by_role("tab", name=name).click()


def write(page: Page, label: str, words: str) -> None:
    """Type into the field with this label; required fields carry a star."""
    page.get_by_role("textbox", name=label, exact=True).fill(words)


def write_rich_text(page: Page, panel: str, words: str) -> None:
    box = page.get_by_role("region", name=panel).get_by_role("textbox")
    box.click()
    page.keyboard.type(words)
    expect(box).to_contain_text(words)


def write_date(page: Page, label: str, value: str) -> None:
    """Type into a date field, and leave it so that its calendar closes."""
    box = page.get_by_role("textbox", name=label, exact=True)
    box.fill(value)
    box.press("Tab")


def press(page: Page, action: str | re.Pattern) -> None:
    """Choose one of the actions at the foot of the editor that hide behind its arrow."""
    let_it_save(page)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=action, exact=True).click()


def let_it_save(page: Page) -> None:
    """Pause as a person does before pressing a button; the editor begins to save half a second after the last key.

    Pressed while it saves a new page, a button would make the page a second time.
    """
    page.wait_for_timeout(1_000)
    expect(page.get_by_text("Saving…")).to_be_hidden()


def add_question(page: Page, number: int, question: str, kind: str, choices: str = "") -> None:
    """Add the question with this number on the tab “Questions”."""
    page.get_by_role("button", name="Add Question").click()
    panel = page.get_by_role("region", name=f"Question {number}", exact=True)
    panel.get_by_role("textbox", name="Question*").fill(question)
    panel.get_by_role("combobox", name="Kind of answer*").select_option(kind)
    if choices:
        panel.get_by_role("textbox", name="Choices").fill(choices)
