"""The editor's form of a call: what it refuses, when, and in whose time zone it speaks."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text
from wagtail.users.models import UserProfile

from program.calls.models import CallPage
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, CallIndexPageFactory, CallPageFactory, QuestionFactory

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}


def edit_address(call) -> str:
    return reverse("wagtailadmin_pages:edit", args=[call.pk])


def held_in_editor(client, call) -> dict:
    return form_in(client.get(edit_address(call)), "form[data-edit-form]")


def new_call(**changes) -> dict:
    data = {
        "title": "A new call",
        "slug": "a-new-call",
        "summary": "What it is.",
        "kind": "panel",
        "group": "Sample Section",
        "charge": rich_text("<p>To read.</p>"),
        "duties": rich_text(""),
        "skills_wanted": rich_text(""),
        "eligibility": rich_text(""),
        "result": rich_text(""),
        "seats": "2",
        "meetings": "virtual",
        "opens_at": "2027-03-01 08:00",
        "closes_at": "2027-03-20 23:59",
        "hear_by": "2027-04-20",
        "who_decides": "The chair",
        "who_reads": "The chair",
        "kept_months": "12",
        "days_to_answer_an_offer": "14",
        "seat_groups": inline_formset([]),
        "criteria": inline_formset([]),
        "letter_texts": inline_formset([]),
        "appointments": inline_formset([]),
        "questions": inline_formset([question("Why you?")]),
        "comments": inline_formset([]),
    }
    return nested_form_data(data | changes)


def question(label, **changes) -> dict:
    return {"label": label, "field_type": "multiline", "help_text": "", "choices": "", "required": "on"} | changes


def create(client, data, **buttons):
    parent = CallIndexPageFactory()
    address = reverse("wagtailadmin_pages:add", args=["calls", "callpage", parent.pk])
    return client.post(address, data | buttons)


def errors_in(response) -> str:
    return " ".join(
        " ".join(each.get_text(" ").split())
        for each in soup(response).select(".error-message, .w-field__errors, .help-critical, .messages .error")
    )


def test_a_call_is_written_and_published(moderator):
    assert create(moderator, new_call(), **PUBLISH).status_code == 302
    call = CallPage.objects.get()
    assert (call.live, call.questions.get().label) == (True, "Why you?")
    assert call.closes_at == datetime(2027, 3, 21, 4, 59, tzinfo=UTC)


def test_a_call_without_a_question_is_kept_as_a_draft(moderator):
    assert create(moderator, new_call(questions=inline_formset([]))).status_code == 302
    assert CallPage.objects.get().live is False


def test_a_call_without_a_question_is_not_published(moderator):
    """Guard: ``CallPageForm.clean``."""
    response = create(moderator, new_call(questions=inline_formset([])), **PUBLISH)
    assert response.status_code == 200
    assert "Ask at least one question" in text_of(response, "body")
    assert CallPage.objects.count() == 0


def test_a_call_whose_only_question_is_struck_out_is_not_published(moderator):
    call = CallPageFactory(live=False)
    data = held_in_editor(moderator, call) | {"questions-0-DELETE": "on"} | PUBLISH
    response = send(moderator, edit_address(call), data)
    assert "Ask at least one question" in text_of(response, "body")
    assert CallPage.objects.get().live is False


def test_two_questions_that_would_share_one_key_are_refused(moderator):
    twice = inline_formset([question("Why you?"), question("Why you?")])
    response = create(moderator, new_call(questions=twice), **PUBLISH)
    assert response.status_code == 200
    errors = response.context["form"].formsets["questions"].errors
    assert [sorted(error) for error in errors] == [["label"], ["label"]]
    assert CallPage.objects.count() == 0


def test_a_question_without_its_choices_is_refused_at_the_field(moderator):
    response = create(
        moderator, new_call(questions=inline_formset([question("Which?", field_type="radio")])), **PUBLISH
    )
    assert "Write the choices, one on each line." in errors_in(response)


def letters(*texts) -> dict:
    return inline_formset([{"status": status, "text": text} for status, text in texts])


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ([("offered", "Dear {nane}")], "Nothing is filled in for {nane}."),
        ([("waitlisted", "By {answer_by}")], "Only an offer is answered by a day"),
        ([("offered", "One"), ("offered", "Two")], "which must be unique"),
        ([("offered", "As we said, by {hear_by}")], "The call has no day by which applicants hear"),
    ],
)
def test_words_of_a_letter_that_would_go_wrong_are_refused_at_their_field(moderator, texts, message):
    """Guards: ``validate_letter_text`` and ``CallPageForm._check_letters``."""
    response = create(moderator, new_call(letter_texts=letters(*texts), hear_by=""), **PUBLISH)
    assert response.status_code == 200
    assert message in errors_in(response)
    assert CallPage.objects.count() == 0


def test_words_for_each_letter_are_kept(moderator):
    texts = letters(("offered", "{name}, by {answer_by}"), ("not_this_time", "We said {hear_by}."))
    assert create(moderator, new_call(letter_texts=texts), **PUBLISH).status_code == 302
    assert CallPage.objects.get().letter_texts.count() == 2


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("closes_at", "2027-03-01 07:00", "The call closes before it opens."),
        ("hear_by", "2027-03-19", "Applicants can't hear before the call has closed."),
        ("term_starts_on", "2027-04-01", "The term starts before applicants hear."),
        ("closes_at", "2027-03-14 02:30", "couldn’t be interpreted in time zone America/Chicago"),
        ("closes_at", "2027-11-07 01:30", "couldn’t be interpreted in time zone America/Chicago"),
        ("closes_at", "soon", "Enter a valid date/time."),
        ("seats", "0", "greater than or equal to 1"),
        ("kept_months", "85", "less than or equal to 84"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field_and_nothing_is_saved(moderator, field, value, message):
    response = create(moderator, new_call(**{field: value}), **PUBLISH)
    assert response.status_code == 200
    assert message in errors_in(response)
    assert CallPage.objects.count() == 0


def test_times_are_read_and_shown_in_the_associations_zone_whatever_the_editors_profile_says(moderator):
    """Guard: ``AssociationDateTimeFormField``; Wagtail would use the zone of the account."""
    UserProfile.objects.create(user=moderator.user, current_time_zone="Asia/Tokyo")
    create(moderator, new_call(), **PUBLISH)
    call = CallPage.objects.get()
    assert call.opens_at == datetime(2027, 3, 1, 14, 0, tzinfo=UTC)
    held = held_in_editor(moderator, call)
    assert (held["opens_at"], held["closes_at"]) == (["2027-03-01 08:00:00"], ["2027-03-20 23:59:00"])
    send(moderator, edit_address(call), held | PUBLISH)
    call.refresh_from_db()
    assert call.closes_at == datetime(2027, 3, 21, 4, 59, tzinfo=UTC)


def test_a_deadline_on_the_days_the_clocks_change_is_kept_as_typed(moderator):
    for slug, day, in_utc in [
        ("forward", "2027-03-14", datetime(2027, 3, 15, 4, 59, tzinfo=UTC)),
        ("back", "2027-11-07", datetime(2027, 11, 8, 5, 59, tzinfo=UTC)),
    ]:
        create(moderator, new_call(slug=slug, closes_at=f"{day} 23:59", hear_by=""), **PUBLISH)
        call = CallPage.objects.get(slug=slug)
        assert call.closes_at == in_utc
        assert held_in_editor(moderator, call)["closes_at"] == [f"{day} 23:59:00"]


def test_a_deadline_typed_to_the_second_is_kept_to_the_second(moderator):
    create(moderator, new_call(closes_at="2027-03-20 23:59:59"), **PUBLISH)
    call = CallPage.objects.get()
    send(moderator, edit_address(call), held_in_editor(moderator, call) | {"seats": "3"} | PUBLISH)
    call.refresh_from_db()
    assert (call.seats, call.closes_at) == (3, datetime(2027, 3, 21, 4, 59, 59, tzinfo=UTC))


def test_saving_the_editors_form_unchanged_changes_nothing(moderator):
    questions = [QuestionFactory(label="Why you?"), QuestionFactory(label="Why now?")]
    call = CallPageFactory(now=NOW, questions=questions, charge='<p data-block-key="aaaaa">To read.</p>')
    before = CallPage.objects.values().get(pk=call.pk)
    send(moderator, edit_address(call), held_in_editor(moderator, call) | PUBLISH)
    after = CallPage.objects.values().get(pk=call.pk)
    told = {"latest_revision_created_at", "last_published_at", "first_published_at", "latest_revision_id",
            "live_revision_id", "draft_title"}  # fmt: skip
    assert {k: v for k, v in after.items() if k not in told and v != before[k]} == {}
    assert [question.label for question in call.questions.all()] == ["Why you?", "Why now?"]
