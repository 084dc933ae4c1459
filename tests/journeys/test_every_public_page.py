"""Each public page and state, as people with other screens, settings and eyes meet it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.house import build_every_state
from tests.journeys.watch import assert_accessible, assert_nothing_sticks_out

ANIMATIONS = "() => document.getAnimations().filter(each => each.effect.getTiming().duration > 1).length"


@pytest.fixture
def addresses(watch) -> list[str]:
    watch.expect_status(403, 404)  # a closed call refuses, and one address leads nowhere
    return build_every_state()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visitor, addresses, theme):
    page = visitor(color_scheme=theme)
    for address in addresses:
        page.goto(address)
        assert_accessible(page)


@pytest.mark.parametrize("width", [320, 360])
def test_nobody_scrolls_sideways_on_a_narrow_screen(visitor, addresses, width):
    """320 px is also what a window of 1280 px leaves at 400 % zoom."""
    page = visitor(viewport={"width": width, "height": 640})
    for address in addresses:
        page.goto(address)
        assert_nothing_sticks_out(page)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_nothing_moves_for_those_who_asked_for_stillness(visitor, addresses):
    page = visitor(reduced_motion="reduce")
    for address in addresses:
        page.goto(address)
        page.mouse.move(200, 300)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate(ANIMATIONS) == 0, address


def test_forced_colours_leave_headings_buttons_and_focus_to_be_seen(visitor, addresses):
    page = visitor(forced_colors="active")
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        box = page.get_by_role("banner").get_by_role("searchbox")
        box.focus()
        expect(box).not_to_have_css("outline-style", "none")
        expect(box).not_to_have_css("border-top-style", "none")
