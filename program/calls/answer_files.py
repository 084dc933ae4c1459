"""The files that were sent as answers, found by the question they answer."""

from typing import NamedTuple

from program.calls.enums import QuestionKind
from program.calls.models import Application
from program.files.models import PrivateFile


class AnswerFile(NamedTuple):
    """A file and the question it answers, in the words of the day it was asked."""

    question: str
    file: PrivateFile


def answer_files(application: Application) -> dict[str, AnswerFile]:
    """The files of ``application`` by the key of their question; one that is gone is left out."""
    answers = [
        answer
        for answer in (*application.answers, *application.later_answers)
        if answer["kind"] == QuestionKind.FILE and answer["answer"]
    ]
    files = {str(file.pk): file for file in PrivateFile.objects.of(application)} if answers else {}
    return {
        answer["key"]: AnswerFile(answer["question"], files[answer["answer"]])
        for answer in answers
        if answer["answer"] in files
    }
