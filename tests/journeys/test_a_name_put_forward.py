"""A member thinks of a colleague; the colleague begins an answer, and lets the member know."""

from playwright.sync_api import expect

from program.calls.models import Draft, NameForward
from program.letters.models import Letter
from program.links.services import secret_of
from tests.journeys.house import build_call, build_house, own_page_of
from tests.journeys.watch import assert_accessible

A_MOMENT = 2_100  # milliseconds; a form that comes back at once is looked over again


def put_forward(page) -> None:
    page.goto("/calls/summer-reading/")
    page.get_by_role("link", name="Put a colleague’s name forward").click()
    page.get_by_label("Their name", exact=True).fill("Bea Sample")
    page.get_by_label("Their e-mail address").fill("bea@example.org")
    page.get_by_label("Why you thought of them").fill("Her story time is copied everywhere.")
    page.get_by_label("Your name", exact=True).fill("Ada Sample")
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name="Put the name forward").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for thinking of somebody")


def test_a_colleague_begins_an_answer_without_a_script(visitor, watch):
    build_house()
    build_call()
    put_forward(visitor(java_script_enabled=False, viewport={"width": 360, "height": 640}))

    forward = NameForward.objects.get()
    assert Letter.objects.get().to == "bea@example.org"
    page = visitor(java_script_enabled=False)
    page.goto(own_page_of(forward))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada Sample thought of you")
    expect(page.get_by_text("Her story time is copied everywhere.")).to_be_visible()
    page.get_by_label("Ada Sample may know what I decide").press("Space")
    page.get_by_role("button", name="Begin my answer").press("Enter")
    expect(page.get_by_role("textbox", name="Your name", exact=True)).to_have_value("Bea Sample")
    expect(page.get_by_label("Your e-mail address")).to_have_value("bea@example.org")
    assert (Draft.objects.get().forward, Letter.objects.count()) == (forward, 1)


def test_mistakes_are_told_to_everybody_alike(visitor, watch):
    build_house()
    build_call()
    page = visitor()
    page.goto("/calls/summer-reading/forward/")
    page.get_by_label("Their name", exact=True).fill("Bea Sample")
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name="Put the name forward").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(4)
    assert_accessible(page)
    summary.get_by_role("link").first.press("Enter")
    expect(page.get_by_label("Their e-mail address")).to_be_focused()
    expect(page.get_by_label("Their name", exact=True)).to_have_value("Bea Sample")


def test_a_member_asks_to_be_told_from_the_list_of_calls(visitor, watch):
    build_house()
    page = visitor()
    page.goto("/calls/")
    page.get_by_text("Only some kinds of call").click()
    page.get_by_label("Board", exact=True).check()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name="Tell me when a call opens").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look for our letter")
    [link] = [each.link for each in Letter.objects.get().letter_links.all() if each.name == "confirm"]
    page.goto(f"/my/calls-that-open/confirm/{secret_of(link)}/")
    page.get_by_role("button", name="Yes, tell me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are on the list")
