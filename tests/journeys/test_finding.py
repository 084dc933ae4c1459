"""Finding things: the search box of every page, and the filters of the lists, which need no JavaScript."""

from playwright.sync_api import expect

from home.enums import LibraryType
from program.calls.enums import CallKind
from tests.factories import CallPageFactory, SpotlightPageFactory
from tests.journeys.house import build_call, build_house
from tests.journeys.watch import assert_accessible


def test_search_from_the_header_groups_marks_and_leads_to_the_page(visitor):
    build_house()
    build_call()
    page = visitor()
    page.goto("/about/")
    box = page.get_by_role("banner").get_by_role("searchbox")
    box.fill("porch")
    box.press("Enter")
    group = page.get_by_role("region", name="Spotlights")
    expect(group.locator("mark").first).to_have_text("porch")
    assert_accessible(page)
    group.get_by_role("link", name="The reading porch").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The reading porch")


def test_a_search_without_a_match_offers_a_way_on(visitor):
    build_house()
    page = visitor()
    page.goto("/search/?q=zeppelin")
    expect(page.get_by_role("main")).to_contain_text("Try one word less")
    page.get_by_role("main").get_by_role("link", name="Spotlights").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Spotlights")


def test_calls_are_narrowed_without_javascript(visitor):
    build_house()
    build_call()
    CallPageFactory(title="Award jury", slug="award-jury", kind=CallKind.AWARD_JURY, newcomers_welcome=False)
    page = visitor(java_script_enabled=False)
    page.goto("/calls/")
    page.get_by_label("Kind").select_option("Award jury")
    page.get_by_role("button", name="Show these calls").click()
    expect(page.get_by_role("link", name="Award jury")).to_be_visible()
    expect(page.get_by_role("link", name="Summer reading committee")).to_have_count(0)
    page.get_by_label("Newcomers welcome").check()
    page.get_by_role("button", name="Show these calls").click()
    expect(page.get_by_text("Nothing open fits all of that today.")).to_be_visible()
    page.get_by_role("link", name="Show all again").click()
    expect(page.get_by_role("link", name="Summer reading committee")).to_be_visible()


def test_spotlights_are_narrowed_without_javascript(visitor):
    build_house()
    SpotlightPageFactory(title="Seeds by mail", slug="seeds", library_type=LibraryType.SCHOOL)
    page = visitor(java_script_enabled=False)
    page.goto("/spotlights/")
    page.get_by_label("Library type").select_option("School library")
    page.get_by_role("button", name="Show these spotlights").click()
    expect(page.get_by_role("link", name="Seeds by mail")).to_be_visible()
    expect(page.get_by_role("link", name="The reading porch")).to_have_count(0)
    page.get_by_label("Topic").select_option("Story time")
    page.get_by_role("button", name="Show these spotlights").click()
    expect(page.get_by_text("Nobody is in the light for all of that yet.")).to_be_visible()


def test_a_topic_of_a_spotlight_leads_to_its_like(visitor):
    build_house()
    page = visitor()
    page.goto("/spotlights/reading-porch/")
    page.get_by_role("link", name="Story time").click()
    expect(page.get_by_role("link", name="The reading porch")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="1 spotlight like that")).to_be_visible()
