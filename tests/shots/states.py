"""What is photographed: each public page and state, its address, and what is done on it first."""

from collections.abc import Callable
from dataclasses import dataclass

TYPED = {
    "name": "Rosalind Quarles (sample)",
    "email": "rosalind@example.org",
    "library": "Elm Creek Public Library",
    "city": "Elm Creek",
}


@dataclass(frozen=True)
class Shot:
    """One picture. ``act`` takes the browser page, once it stands on ``path``, to the state shown."""

    name: str
    path: str
    act: Callable = lambda page: None


def send_empty(page) -> None:
    page.get_by_role("button", name="Check my answers").click()
    page.wait_for_load_state()


def fill_in(page) -> None:
    for name, value in TYPED.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=library_type]").select_option(index=1)
    for textarea in page.locator("textarea[required]").all():
        textarea.fill("I run a story time for twelve families in a town of 900.\nThe rest I would like to learn.")
    for control in page.locator("input[type=text][required]").all():
        if not control.input_value():
            control.fill("A line of text")
    for group in page.locator("fieldset:has(input[type=radio])").all():
        group.locator("input").first.check()
    for agreement in page.locator("[name=agreement]:not([type=hidden])").all():
        agreement.check()


def check_answers(page) -> None:
    fill_in(page)
    send_empty(page)


def save_for_later(page) -> None:
    page.locator("[name=email]").fill(TYPED["email"])
    page.get_by_role("button", name="Save and finish later").click()
    page.wait_for_load_state()


def choose_a_file(page) -> None:
    """The second part, with a file that is kept already."""
    fill_in(page)
    page.locator("[name=ranked_seats_0]").select_option(index=1)
    page.get_by_role("button", name="Go on to part 2").click()
    page.wait_for_load_state()
    page.locator("input[type=file]").set_input_files(
        {"name": "résumé.txt", "mimeType": "text/plain", "buffer": b"What I would bring."}
    )
    page.get_by_role("button", name="Go on to part 3").click()
    page.wait_for_load_state()


def send_answers(page) -> None:
    check_answers(page)
    page.get_by_role("button", name="Send my answers").click()
    page.wait_for_load_state()


def send_again(page) -> None:
    send_answers(page)
    page.goto(page.url + "?again=changed")


def open_details(page) -> None:
    page.locator("details").first.evaluate("element => { element.open = true }")


def print_it(page) -> None:
    page.emulate_media(media="print")


EMPTY = [
    Shot("home, empty", "/"),
    Shot("program, empty", "/program/"),
    Shot("calls, empty", "/calls/"),
    Shot("spotlights, empty", "/spotlights/"),
    Shot("search, nothing typed", "/search/"),
]

FULL = [
    Shot("home", "/"),
    Shot("program", "/program/"),
    Shot("program page", "/program/planted/", open_details),
    Shot("calls", "/calls/"),
    Shot("calls, filtered", "/calls/?kind=board&virtual=on&newcomers=on"),
    Shot("call, many words", "/calls/long-call/"),
    Shot("call, upcoming", "/calls/upcoming-call/"),
    Shot("call, closed", "/calls/closed-call/"),
    Shot("call, printed", "/calls/long-call/", print_it),
    Shot("answer", "/calls/long-call/answer/"),
    Shot("answer, errors", "/calls/long-call/answer/", send_empty),
    Shot("answers checked", "/calls/long-call/answer/", check_answers),
    Shot("receipt", "/calls/long-call/answer/", send_answers),
    Shot("receipt, sent again", "/calls/long-call/answer/", send_again),
    Shot("answer, part 1", "/calls/parts-call/answer/"),
    Shot("answer, part 2 with a file", "/calls/parts-call/answer/", choose_a_file),
    Shot("draft kept", "/calls/parts-call/answer/", save_for_later),
    Shot("answer, closed", "/calls/closed-call/answer/"),
    Shot("answer, not yet open", "/calls/upcoming-call/answer/"),
    Shot("spotlights", "/spotlights/"),
    Shot("spotlights, page 2", "/spotlights/?page=2"),
    Shot("spotlights, nothing fits", "/spotlights/?library_type=other&library_size=large"),
    Shot("spotlight, many words", "/spotlights/long-spotlight/"),
    Shot("spotlight, printed", "/spotlights/long-spotlight/", print_it),
    Shot("search", "/search/?q=library"),
    Shot("search, one kind", "/search/?q=library&kind=spotlights"),
    Shot("search, nothing found", "/search/?q=zzzzqqqq"),
    Shot("every block", "/blocks/", open_details),
    Shot("404", "/nothing-here/"),
    Shot("staff door", "/admin/login/"),
]
