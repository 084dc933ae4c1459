"""Getting about with the Tab key, and what must be seen while doing so."""

import re

from playwright.sync_api import Page, expect

MOST_STOPS = 80
FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return {
        tag: element.outerHTML.slice(0, 120),
        top: Math.round(box.top + scrollY),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""


def press_tab_until(page: Page, name: str | re.Pattern) -> None:
    """Press Tab until what has the focus is called ``name``; the focus is to be seen at every stop on the way."""
    wanted = name if isinstance(name, re.Pattern) else re.compile(rf"^{re.escape(name)}( \(.*\))?$")
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert_focus_is_visible(page)
        if _is_called(page, wanted):
            return
    raise AssertionError(f"The Tab key never reaches “{name}” on {page.url}")


def tab_stops(page: Page, until: str) -> list[dict]:
    """Every stop of the Tab key from the present one to the one called ``until``."""
    stops = [page.evaluate(FOCUSED)]
    while not _is_called(page, re.compile(until)) and len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    return stops


def assert_focus_is_visible(page: Page) -> None:
    """What has the focus lies in the window and wears a ring of at least two pixels."""
    focus = page.evaluate(FOCUSED)
    assert focus["ring"], f"{page.url}: no ring around {focus['tag']}"
    expect(page.locator(":focus")).to_be_in_viewport()


def _is_called(page: Page, wanted: re.Pattern) -> bool:
    try:
        expect(page.locator(":focus")).to_have_accessible_name(wanted, timeout=1)
    except AssertionError:
        return False
    return True
