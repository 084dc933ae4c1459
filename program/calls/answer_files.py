"""The files that were sent as answers, found by the question they answer."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from program.calls.enums import QuestionKind
from program.calls.models import Application
from program.files.models import PrivateFile


class AnswerFile(NamedTuple):
    """A file and the question it answers, in the words of the day it was asked."""

    question: str
    file: PrivateFile


def naming_files(answers: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Those of ``answers`` that name a file, by its id as text."""
    return (answer for answer in answers if answer["kind"] == QuestionKind.FILE and answer["answer"])


def answer_files(application: Application) -> dict[str, AnswerFile]:
    """The files of ``application`` by the key of their question; one that is gone is left out."""
    answers = list(naming_files((*application.answers, *application.later_answers)))
    files = {str(file.pk): file for file in PrivateFile.objects.of(application)} if answers else {}
    return {
        answer["key"]: AnswerFile(answer["question"], files[answer["answer"]])
        for answer in answers
        if answer["answer"] in files
    }
