"""A stored application as somebody would type it, so that the form can be filled in again from it."""

from django.http import QueryDict

from program.calls.enums import QuestionKind
from program.calls.forms.applicant import ApplicantForm
from program.calls.forms.questions import QuestionsForm
from program.calls.models import Application
from program.calls.services.terms import terms_of


def typed_again(application: Application) -> QueryDict:
    """The whole form of the call as it was sent. Files are not typed; answers to questions that are gone are kept.

    The agreement stands where the call still promises what was agreed to.
    """
    data = typed_answers(application.answers)
    for name in ApplicantForm._meta.fields:
        value = getattr(application, name)
        _put(data, name, getattr(value, "pk", value))
    # A choice with “I would rather not say” has a word for yes and one for no.
    data["first_time"] = "" if application.first_time is None else str(application.first_time)
    _put_places(data, "ranked_seats", application.ranked_seats)
    _put(data, "agreement", application.terms == terms_of(application.call))
    return data


def typed_answers(answers: list[dict]) -> QueryDict:
    """One of the two snapshots of an application, as the form of its questions holds it."""
    data = QueryDict(mutable=True)
    for answer in answers:
        name = f"{QuestionsForm.prefix}-{answer['key']}"
        if answer["kind"] == QuestionKind.RANKED:
            _put_places(data, name, answer["answer"])
        elif answer["kind"] != QuestionKind.FILE:
            _put(data, name, answer["answer"])
    return data


def _put(data: QueryDict, name: str, value) -> None:
    """As a browser posts it: nothing for a box that is not ticked, each choice by itself."""
    if isinstance(value, list):
        data.setlist(name, value)
    elif value is True:
        data[name] = "on"
    elif value not in (None, False):
        data[name] = str(value)


def _put_places(data: QueryDict, name: str, chosen) -> None:
    for place, each in enumerate(chosen or []):
        data[f"{name}_{place}"] = each
