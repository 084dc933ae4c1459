"""The kinds of question: what is asked, what is taken, what is kept."""

import pytest

from program.calls.enums import QuestionKind
from program.calls.forms import AnswerForm
from tests.factories import CallPageFactory, QuestionFactory, SeatGroupFactory, as_posted, filled_in

pytestmark = pytest.mark.django_db

CHOICES = "Reading\nPlanning\nMinutes\nFund-raising"


def call_asking(**question):
    return CallPageFactory(questions=[QuestionFactory(label="What?", **question)])


def asked(call, **typed):
    """The form of ``call`` with ``typed`` in place of what is usually filled in, after a look at it."""
    form = AnswerForm(call, as_posted(filled_in(call, **typed)))
    form.is_valid()
    return form


def test_a_ranked_question_keeps_the_order_and_closes_a_gap():
    call = call_asking(field_type=QuestionKind.RANKED, choices=CHOICES)
    form = asked(call, **{"question-what_0": "Minutes", "question-what_1": "", "question-what_2": "Reading"})
    assert form.answers[0]["answer"] == ["Minutes", "Reading"]
    assert form.transcript[-3].rows[0].value == "1. Minutes\n2. Reading"


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (["", "", ""], "Choose at least your first choice."),
        (
            ["Minutes", "Minutes", ""],
            "You chose the same one twice. Choose each only once, and leave the others empty.",
        ),
        (["Dusting", "", ""], "Choose from the list; what was chosen is no longer on it."),
    ],
)
def test_a_ranked_question_says_what_to_do(chosen, message):
    call = call_asking(field_type=QuestionKind.RANKED, choices=CHOICES)
    form = asked(call, **{f"question-what_{place}": each for place, each in enumerate(chosen)})
    assert form.error_summary == [("id_question-what_0", "What?", message)]


def test_a_ranked_question_has_no_more_places_than_choices():
    call = call_asking(field_type=QuestionKind.RANKED, choices="Reading\nPlanning")
    assert str(AnswerForm(call).questions_form).count("<select") == 2


def test_the_most_words_are_kept_by_the_server_and_told_in_words():
    call = call_asking(word_limit=3)
    assert asked(call, **{"question-what": "three whole words"}).error_summary == []
    form = asked(call, **{"question-what": "these are four words"})
    assert form.error_summary[0][2] == "Shorten this to 3 words or fewer; it has 4 now."
    assert call.asked_questions[0].expects == "Up to 3 words"


def test_words_and_characters_may_both_be_limited():
    call = call_asking(word_limit=30, character_limit=10)
    assert call.asked_questions[0].expects == "Up to 30 words and 10 characters"
    assert "Shorten this to 10 characters" in asked(call, **{"question-what": "x" * 11}).error_summary[0][2]


def test_a_sensitive_question_says_so_and_is_marked_in_the_snapshot():
    call = call_asking(sensitive=True, help_text="In short.")
    form = asked(call)
    assert form.questions_form["what"].help_text == ("In short. Readers don’t see this answer; those who decide do.")
    assert [(each["sensitive"], each["help"]) for each in form.answers] == [(True, "In short.")]


def test_what_is_asked_after_acceptance_is_not_asked_before():
    later = QuestionFactory(label="Shirt size?", after_acceptance=True)
    call = CallPageFactory(questions=[QuestionFactory(label="Why?"), later])
    assert [each["question"] for each in asked(call).answers] == ["Why?"]
    assert [each.label for each in call.later_questions] == ["Shirt size?"]


def test_groups_are_ranked_where_a_call_has_several():
    call = CallPageFactory(seat_groups=[SeatGroupFactory(name="North"), SeatGroupFactory(name="South")])
    form = asked(call)
    assert form.applicant["ranked_seats"] == ["North", "South"]
    assert [section.title for section in form.sections][2] == "Several groups or seats"


def test_groups_are_not_asked_for_where_a_call_has_none():
    form = asked(CallPageFactory())
    assert "ranked_seats" not in form.applicant


@pytest.mark.parametrize(("typed", "stored"), [("True", True), ("False", False), ("", None)])
def test_the_first_time_may_be_told_or_not(typed, stored):
    assert asked(CallPageFactory(), first_time=typed).applicant["first_time"] is stored
