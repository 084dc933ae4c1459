"""The HTML of a letter: made from its text, with links to this site alone, fit for light and dark."""

import re

import pytest
from bs4 import BeautifulSoup

from program.letters.typesetting import html_of
from program.letters.words import MASK

OURS = "http://localhost:8000/my/answers/xyz/"


def body(text):
    return BeautifulSoup(html_of(text, subject="A sample", program_name="Pay It Forward"), "html.parser")


def test_a_line_with_a_colon_above_our_address_is_a_button():
    page = body(f"Hello,\n\nRead your answers again:\n{OURS}\n\n--\nPay It Forward")
    [button] = page.select(".button")
    assert (button.get_text(), button["href"]) == ("Read your answers again", OURS)


def test_a_link_that_staff_does_not_see_is_a_shut_door():
    [button] = body(f"Read your answers again:\n{MASK}\n\n--\nPay It Forward").select(".button")
    assert not button.has_attr("href")


@pytest.mark.parametrize(
    "words",
    ["Look here:\nhttps://evil.example.org/", "http://localhost:8000.evil.example.org/", "javascript:alert(1)",
     "http://localhost:8000@evil.example.org/", '<a href="https://evil.example.org">x</a>'],
)  # fmt: skip
def test_no_other_address_is_a_link(words):
    """Guard: ``_with_links`` and ``_part`` know the address of this site with its slash, and nothing else."""
    links = {link["href"] for link in body(f"{words}\n\n--\nPay It Forward").select("a[href]")}
    assert links == {"http://localhost:8000/"}


def test_an_address_ends_before_the_stop_behind_it():
    page = body(f"It is at {OURS}, for now ({OURS}).\n\n--\nPay It Forward")
    assert [link["href"] for link in page.select(".column > p:not(.nameplate) a")] == [OURS, OURS]


def test_quoted_lines_are_a_quotation_and_the_end_is_the_foot():
    page = body("Who thought of you writes:\n> One\n>\n> two\nThat is all.\n\n--\nPay It Forward")
    assert page.select_one("blockquote").get_text("\n").split() == ["One", "two"]
    assert page.select_one(".foot").get_text().strip() == "Pay It Forward"


def test_each_element_has_its_style_and_the_head_has_the_dark_theme():
    html = html_of("Hello\n\n--\nFoot", subject="A sample", program_name="Pay It Forward")
    assert "var(" not in html
    assert re.search(r'<p style="[^"]*margin', html)
    [dark] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert "prefers-color-scheme: dark" in dark
    assert "http" not in re.sub(r'href="http://localhost:8000/"', "", html)
