"""A spotlight waits until the yes of the colleague in it is recorded; then a moderator puts it in the light."""

import re

from django.utils import timezone
from playwright.sync_api import Page, expect

from spotlights.models import SpotlightPage
from tests.factories import SpotlightPageFactory
from tests.journeys import admin
from tests.journeys.house import build_house, build_person
from tests.journeys.watch import assert_accessible

IDEA = "A library in a grain elevator"
REFUSAL = "Not yet: no yes to the text is recorded from June Sample."


def test_nobody_publishes_a_spotlight_without_the_colleagues_yes(visitor, watch):
    watch.expect_status(400)  # the editor's page saves itself, and is told when the yes is half written
    build_house()
    editor = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(editor, build_person("editor", "Editors"))
    write_spotlight(editor)
    admin.press(editor, re.compile("^Submit to"))
    expect(editor.get_by_text(REFUSAL)).to_be_visible()
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.get_by_role("heading", level=1)).to_contain_text(IDEA)

    moderator = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(moderator, build_person("moderator", "Moderators"))
    moderator.get_by_role("link", name=re.compile("^1 spotlight waits? for")).click()
    moderator.get_by_role("table").get_by_role("link", name=IDEA).click()
    admin.press(moderator, "Publish")
    expect(moderator.get_by_text(REFUSAL)).to_be_visible()
    assert not SpotlightPage.objects.get(title=IDEA).live

    record_the_yes(moderator)
    admin.press(moderator, "Publish")
    expect(moderator.get_by_text(f"Page '{IDEA}' has been published.")).to_be_visible()
    member = visitor()
    member.goto("/")
    member.get_by_role("link", name=re.compile(IDEA)).click()
    expect(member.get_by_role("heading", level=1)).to_contain_text("June Sample")
    expect(member.get_by_text("by letter")).to_have_count(0)  # the record is never shown
    assert_accessible(member)


def test_an_editor_asks_for_approval_and_a_moderator_gives_it(visitor):
    build_house()
    SpotlightPageFactory(title=IDEA, live=False)
    editor = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(editor, build_person("editor", "Editors"))
    editor.get_by_role("link", name="Spotlights", exact=True).click()
    editor.get_by_role("table").get_by_role("link", name=IDEA).click()
    admin.press(editor, re.compile("^Submit to"))
    expect(editor.get_by_text(re.compile("submitted for moderation"))).to_be_visible()
    assert not SpotlightPage.objects.get(title=IDEA).live

    moderator = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(moderator, build_person("moderator", "Moderators"))
    waiting = moderator.get_by_role("region", name="Awaiting your review")
    waiting.get_by_role("link", name=IDEA).click()
    admin.press(moderator, "Approve and Publish")
    expect(moderator.get_by_text(f"Page '{IDEA}' has been updated.")).to_be_visible()
    assert SpotlightPage.objects.get(title=IDEA).live


def write_spotlight(page: Page) -> None:
    admin.begin(page, "Spotlight")
    admin.write(page, "Headline*", IDEA)
    page.get_by_role("button", name="Add Colleague").click()
    page.get_by_role("region", name="Colleague 1", exact=True).get_by_role("textbox", name="Name*").fill("June Sample")
    admin.write(page, "Who shines the light*", "Rosa Sample")
    admin.open_tab(page, "The idea")
    admin.write(page, "Summary*", "Books go up with the wheat.")
    admin.write_rich_text(page, "What they discovered*", "A shelf fits beside the scale.")


def record_the_yes(page: Page) -> None:
    admin.open_tab(page, re.compile("^People"))
    admin.write_date(page, "Said yes on", f"{timezone.localdate():%Y-%m-%d}")
    page.get_by_role("checkbox", name="Yes to the text").check()
    admin.write(page, "Channels they agreed to", "this site, by letter")
