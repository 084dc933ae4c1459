"""A long form with a file, saved in the middle, kept as one types, and finished by the link in the letter."""

import re

from playwright.sync_api import expect

from program.calls.enums import QuestionKind
from program.calls.models import Application, Draft
from program.calls.services.form_secrets import DRAFT
from program.links.models import PersonalLink
from program.links.services import secret_of
from tests.factories import CallPageFactory, QuestionFactory, SeatGroupFactory
from tests.factories.files import pdf
from tests.journeys import applying
from tests.journeys.house import build_house
from tests.journeys.watch import assert_accessible, assert_nothing_sticks_out

CHOICES = "Wednesday\nThursday\nFriday"


def build_long_call():
    questions = [QuestionFactory(label=f"What about part {number}?", word_limit=50) for number in range(1, 5)]
    ranked = QuestionFactory(label="Which day?", field_type=QuestionKind.RANKED, choices=CHOICES)
    resume = QuestionFactory(label="Your outline", field_type=QuestionKind.FILE, required=False, sensitive=True)
    groups = [SeatGroupFactory(name="Small libraries", note="Three staff or fewer"), SeatGroupFactory(name="Schools")]
    return CallPageFactory(
        title="Sessions", slug="sessions", questions=[*questions, ranked, resume], seat_groups=groups
    )


def assert_good(page) -> None:
    assert_accessible(page)
    assert_nothing_sticks_out(page)


def test_a_long_form_is_saved_kept_as_one_types_and_finished_by_its_link(visitor, live_server):
    """Guard: consent. Before the button is pressed there is no draft; from then on typing alone keeps it."""
    build_house()
    build_long_call()
    page = visitor(viewport={"width": 320, "height": 700})
    page.goto("/calls/sessions/answer/")
    expect(page.get_by_text("Part 1 of 4")).to_be_visible()
    assert_good(page)
    for label, words in applying.ABOUT.items():
        page.locator(f"[name={label}]").fill(words)
    page.get_by_role("group", name=re.compile("Are you a member")).get_by_label("Yes", exact=True).check()
    page.get_by_label("Type of library").select_option("Public library")
    page.get_by_label("First choice").select_option("Schools")
    page.get_by_role("button", name="Go on to part 2").click()
    page.get_by_label("What about part 1?").fill("Some words")
    expect(page.get_by_text("48 words left")).to_be_visible()
    assert Draft.objects.count() == 0

    page.get_by_role("button", name="Save and finish later").click()
    expect(page.get_by_role("heading", level=1, name="Your draft is kept")).to_be_visible()
    assert_good(page)
    page.get_by_role("button", name="Go on answering").click()
    # The script says so once it listens.
    expect(page.get_by_text("It is kept as you type.")).to_be_visible()
    with page.expect_response(lambda response: response.request.method == "POST" and response.status == 200):
        page.get_by_label("What about part 2?").fill("Typed and not yet sent")
    assert Draft.objects.get().data["question-what_about_part_2"] == ["Typed and not yet sent"]
    assert_good(page)

    # By the link, on another machine and without JavaScript.
    link = PersonalLink.objects.get(purpose=DRAFT)
    page = visitor(java_script_enabled=False)
    page.goto(f"/my-draft/{secret_of(link)}/")
    expect(page.get_by_text("Part 2 of 4")).to_be_visible()
    expect(page.get_by_label("What about part 2?")).to_have_value("Typed and not yet sent")
    page.get_by_label("What about part 3?").fill("Three")
    page.get_by_role("button", name="Go on to part 3").click()
    page.get_by_label("What about part 4?").fill("Four")
    page.get_by_label("First choice").select_option("Friday")
    page.get_by_label("Your outline").set_input_files(
        {"name": "outline.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    page.get_by_role("button", name="Go on to part 4").click()
    page.get_by_role("button", name="Back to part 3").click()
    expect(page.get_by_text("outline.pdf")).to_be_visible()
    page.get_by_role("button", name="Go on to part 4").click()
    page.get_by_label("My answers may be read and kept").check()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", level=1, name="Your answers are here")).to_be_visible()
    application = Application.objects.get()
    assert (application.ranked_seats, application.files.get().name) == (["Schools"], "outline.pdf")
    assert application.answers[4]["answer"] == ["Friday"]
    assert Draft.objects.count() == 0
