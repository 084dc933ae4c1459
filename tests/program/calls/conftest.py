"""A call that asks everything a call can ask, and somebody who answers all of it."""

import pytest

from program.calls.enums import QuestionKind
from program.calls.models import CallPage
from program.calls.services import answering
from program.letters.models import Letter
from program.letters.services.rendering import addresses_in
from tests.factories import CallPageFactory, CareerStageFactory, QuestionFactory, RegionFactory

CHOICES = "Reading\nPlanning\nKeeping the minutes"


@pytest.fixture
def call(db) -> CallPage:
    """An open call with one question of every kind."""
    return CallPageFactory(
        questions=[
            QuestionFactory(
                label=f"About {kind.value}?",
                field_type=kind,
                choices=CHOICES,
                # Posts without a file are whole, so that most tests need none.
                required=kind != QuestionKind.FILE,
            )
            for kind in QuestionKind
        ]
    )


@pytest.fixture
def answer_address(call) -> str:
    return f"{call.get_url()}answer/"


@pytest.fixture
def typed(call) -> dict[str, list[str]]:
    """Every field of the form of ``call`` filled in, as a browser posts it; nothing is left at its default."""
    return {
        "secret": [answering.new_secret()],
        "name": ["Ada “Sample” O'Neil"],
        "pronouns": ["she/her"],
        "email": ["ada@example.org"],
        "phone": ["555 0100"],
        "job_title": ["Page & shelver"],
        "career_stage": [str(CareerStageFactory().pk)],
        "member": ["no"],
        "member_number": ["17"],
        "first_time": ["True"],
        "library": ["Sample Library"],
        "library_type": ["school"],
        "city": ["Sampleton"],
        "region": [str(RegionFactory().pk)],
        "question-about_singleline": ["One line"],
        "question-about_multiline": ["First line\r\n\r\n  third line, indented"],
        "question-about_email": ["colleague@example.org"],
        "question-about_url": ["https://example.org/page?a=1&b=2"],
        "question-about_number": ["12.50"],
        "question-about_date": ["2027-05-01"],
        "question-about_radio": ["Planning"],
        "question-about_dropdown": ["Keeping the minutes"],
        "question-about_checkboxes": ["Reading", "Planning"],
        "question-about_checkbox": ["on"],
        "question-about_ranked_0": ["Planning"],
        "question-about_ranked_1": ["Reading"],
        "question-about_ranked_2": ["Keeping the minutes"],
        "availability": ["Tuesdays\r\nThursdays"],
        "access_needs": ["A ramp"],
        "put_forward_by": ["Bea Sample"],
        "keep_in_mind": ["on"],
        "agreement": ["on"],
    }


@pytest.fixture
def draft_address():
    """A function that gives the address in the newest letter about a draft."""

    def newest():
        letter = Letter.objects.filter(kind="draft").first()
        return addresses_in(letter, letter.written_at)["draft"].partition("example.org")[2]

    return newest
