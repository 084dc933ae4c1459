"""The colours of static/css/tokens.css, pair by pair, in both themes (WCAG 2.2: 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"

PAPERS = ("paper", "paper-raised", "paper-sunk")
INKS = ("ink", "ink-soft", "link", "link-strong", "lamp-text", "wrong")
TEXT = [
    *((ink, paper) for ink in INKS for paper in PAPERS),
    ("on-link", "link"),
    ("on-link", "link-strong"),
    ("on-lamp", "lamp"),
    ("ink", "lamp-glow"),
    ("on-panel", "panel"),
    ("on-panel-soft", "panel"),
    ("wrong", "wrong-paper"),
    ("ink", "wrong-paper"),
]
CONTROLS = [("control", paper) for paper in PAPERS] + [("focus", paper) for paper in PAPERS]


def themes() -> dict[str, dict[str, str]]:
    light, rest = CSS.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")
    dark = rest.split("@media print")[0]
    named = {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for name, part in [("l", light), ("d", dark)]
    }
    return {"light": named["l"], "dark": named["l"] | named["d"]}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (CONTROLS, 3.0)], ids=["text", "controls"])
def test_every_pair_of_colours_can_be_read(theme, pairs, least):
    colours = themes()[theme]
    too_faint = {
        f"{front} on {back}": round(contrast(colours[front], colours[back]), 2)
        for front, back in pairs
        if contrast(colours[front], colours[back]) < least
    }
    assert too_faint == {}


def test_black_on_white_is_the_known_21_to_1():
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0


def test_both_themes_name_the_same_colours():
    assert themes()["light"].keys() == themes()["dark"].keys()
