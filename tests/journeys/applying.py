"""What somebody does who answers a call."""

import re

from playwright.sync_api import Page, expect

ABOUT = {"name": "Ada Sample", "email": "ada@example.org", "library": "Sample Public Library"}


def fill_in(page: Page, **changes: str) -> None:
    """Fill in what every call asks; ``changes`` win."""
    about = ABOUT | changes
    page.get_by_role("textbox", name="Your name", exact=True).fill(about["name"])
    page.get_by_label("Your e-mail address").fill(about["email"])
    page.get_by_role("group", name=re.compile("Are you a member")).get_by_label("Yes", exact=True).check()
    page.get_by_role("textbox", name="Your library").fill(about["library"])
    page.get_by_label("Type of library").select_option("Public library")
    page.get_by_label("My answers may be read and kept").check()


def expect_error_summary(page: Page, label: str, message: str) -> None:
    """One mistake: it is in the title, in a summary that has the focus, and beside the field the summary leads to."""
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    link = summary.get_by_role("link", name=re.compile(f"^{label}.*{re.escape(message)}"))
    expect(summary.get_by_role("link")).to_have_count(1)
    link.click()
    field = page.get_by_label(label)
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile(re.escape(message)))
