from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from home.templatetags.moments import in_words
from program.calls.enums import PUBLIC_NAMES, QuestionKind, Status
from program.calls.models import Application, CallPage
from tests.factories import NOW, ApplicationFactory, AppointmentFactory, CallPageFactory, QuestionFactory

pytestmark = pytest.mark.django_db


def errors_of(thing) -> dict:
    with pytest.raises(ValidationError) as refused:
        thing.full_clean()
    return refused.value.message_dict


def test_a_call_that_closes_before_it_opens_is_refused_at_the_field():
    call = CallPageFactory(now=NOW)
    call.closes_at = call.opens_at
    call.hear_by = None
    assert errors_of(call) == {"closes_at": ["The call closes before it opens. Choose a later closing time."]}


def test_applicants_cannot_hear_before_the_day_the_call_closes_on_where_the_association_is():
    """A call that closes at 11:59 pm Central closes on that day, though in UTC it is the next."""
    call = CallPageFactory(now=NOW, closes_at=NOW.replace(day=6, hour=5, minute=59))
    call.hear_by = call.closes_at.date() - timedelta(days=1)
    call.full_clean()
    call.hear_by -= timedelta(days=1)
    assert errors_of(call) == {"hear_by": ["Applicants can't hear before the call has closed. Choose a later day."]}


def test_a_term_cannot_start_before_applicants_hear():
    call = CallPageFactory(now=NOW)
    call.term_starts_on = call.hear_by - timedelta(days=1)
    assert errors_of(call) == {"term_starts_on": ["The term starts before applicants hear. Choose a later day."]}


def test_every_wrong_date_is_named_at_once():
    call = CallPageFactory(now=NOW)
    call.closes_at, call.hear_by = call.opens_at, call.opens_at.date() - timedelta(days=1)
    assert sorted(errors_of(call)) == ["closes_at", "hear_by"]


@pytest.mark.parametrize("kind", [QuestionKind.RADIO, QuestionKind.DROPDOWN, QuestionKind.CHECKBOXES])
def test_a_question_with_nothing_to_choose_from_is_refused(kind):
    question = QuestionFactory(field_type=kind, choices=" \n", page=CallPageFactory(), clean_name="x")
    assert errors_of(question) == {"choices": ["Write the choices, one on each line."]}


def test_a_question_of_signs_alone_still_has_a_key():
    call = CallPageFactory(questions=[QuestionFactory(label="？？？")])
    assert [question.clean_name for question in call.questions.all()] == ["question"]


def test_only_people_who_said_yes_are_named_as_appointed():
    """Guard: ``public_appointments`` asks for the day of their yes."""
    asked, agreed = AppointmentFactory(said_yes_on=None), AppointmentFactory()
    call = CallPageFactory(closed=True, appointments=[asked, agreed])
    assert [person.name for person in CallPage.objects.get(pk=call.pk).public_appointments] == [agreed.name]


def test_every_status_has_a_name_for_applicants():
    assert set(PUBLIC_NAMES) == set(Status)


def test_being_shortlisted_is_not_told_to_the_applicant():
    application = ApplicationFactory()
    Application.objects.filter(pk=application.pk).update(status=Status.SHORTLISTED)
    application.refresh_from_db()
    assert application.public_status == "Being read"


def test_a_closing_time_is_written_with_weekday_and_zone(settings):
    assert in_words(NOW.replace(day=6, hour=5, minute=59)) == "Friday, March 5, 2027, 11:59 pm Central"
