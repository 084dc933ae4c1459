"""Answers to calls, made the way applicants make them: through the form and the service."""

from datetime import timedelta

import factory
from django.http import QueryDict

from program.calls.enums import QuestionKind
from program.calls.forms import AnswerForm
from program.calls.models import Application
from program.calls.services import answering

from .calls import CallPageFactory

APPLICANT = {
    "name": "Sample Applicant",
    "email": "applicant@example.org",
    "library": "A sample library",
    "library_type": "public",
    "member": "yes",
    "agreement": "on",
}
ANSWERS = {
    QuestionKind.SINGLELINE: "One line.",
    QuestionKind.MULTILINE: "Several lines:\nthis is the second.",
    QuestionKind.EMAIL: "colleague@example.org",
    QuestionKind.URL: "https://example.org/page",
    QuestionKind.NUMBER: "12",
    QuestionKind.DATE: "2027-05-01",
    QuestionKind.CHECKBOX: "on",
}


def filled_in(call, **changes) -> dict:
    """What somebody types into the form of ``call``: every required field and question; ``changes`` win."""
    questions = {}
    for each in call.asked_questions:
        questions |= _answer_to(each)
    seats = {f"ranked_seats_{place}": group.name for place, group in enumerate(call.seat_groups.all()[:2])}
    return APPLICANT | seats | questions | changes


def as_posted(data: dict) -> QueryDict:
    """``data`` as a browser posts it; lists become repeated values."""
    posted = QueryDict(mutable=True)
    for name, value in data.items():
        posted.setlist(name, [str(each) for each in (value if isinstance(value, list) else [value])])
    return posted


def _answer_to(question) -> dict:
    """The fields of one question, filled in. A file is no field: it is kept by ``services.keeping_files``."""
    name, kind = f"question-{question.clean_name}", question.field_type
    if kind == QuestionKind.RANKED:
        return {f"{name}_{place}": choice for place, choice in enumerate(question.choice_list[:2])}
    if kind == QuestionKind.FILE:
        return {}
    if kind in (QuestionKind.RADIO, QuestionKind.DROPDOWN):
        return {name: question.choice_list[0]}
    return {name: question.choice_list if kind == QuestionKind.CHECKBOXES else ANSWERS[kind]}


class ApplicationFactory(factory.Factory):
    """A stored application. What is given besides ``call``, ``secret`` and ``arrived_at`` is typed into the form.

    It arrives an hour after the call opened. The receipt letter and its link are left out, so that a test of letters
    finds its own alone; ``receipt=True`` keeps them.
    """

    call = factory.LazyFunction(CallPageFactory)
    secret = factory.LazyFunction(answering.new_secret)
    arrived_at = factory.LazyAttribute(lambda answer: answer.call.opens_at + timedelta(hours=1))
    receipt = False

    class Meta:
        model = Application

    @classmethod
    def _create(cls, model_class, *args, call, secret, arrived_at, receipt, **typed):
        form = AnswerForm(call, as_posted(filled_in(call, **typed)))
        assert form.is_valid(), form.error_summary
        application, _is_new = answering.submit(
            call=call, secret=secret, applicant=form.applicant, answers=form.answers, arrived_at=arrived_at
        )
        if not receipt:
            application.letters.all().delete()
            application.links.all().delete()
        return application
