from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from program.calls.enums import QuestionKind
from program.calls.exporting.columns import ALWAYS, GROUPS, Cell, Column, ColumnGroup
from program.calls.models import Application, Reading
from program.calls.querysets import ApplicationQuerySet

BATCH = 200


class Table:
    """Applications as rows of the groups of columns chosen. Holds a batch of rows at a time, never all.

    ``one_call`` gives each question a column of its own; answers to several calls stand in one.
    ``verdicts`` are the readings that may be told of; others count as if they were not there.
    """

    def __init__(
        self, applications: ApplicationQuerySet, groups: list[str], *, verdicts: QuerySet[Reading], one_call: bool
    ):
        self.groups = [group for group in GROUPS if group.key in groups]
        related = {
            "status_changes": Prefetch("status_changes"),
            "readings": Prefetch("readings", verdicts.prefetch_related("scores")),
        }
        self.applications = (
            applications.select_related("call", "career_stage", "region")
            .prefetch_related(*(related[need] for group in self.groups for need in group.needs))
            .order_by("call", "received_at", "pk")
        )
        self.one_call = one_call

    @property
    def labels(self) -> list[str]:
        """What was chosen, in words."""
        return [group.label for group in self.groups]

    def rows(self) -> Iterator[list[Cell]]:
        """The headings, then a row for each application."""
        columns = [*ALWAYS, *self._columns()]
        yield [heading for heading, _ in columns]
        for application in self.applications.iterator(chunk_size=BATCH):
            yield [value(application) for _, value in columns]

    def _columns(self) -> Iterator[Column]:
        questions = self._questions() if self.one_call else {}
        for group in self.groups:
            yield from group.columns
            if group.answers and self.one_call:
                for (key, _), answer in questions.items():
                    if group.answers(answer):
                        yield answer["question"], _answer_to(key, group)
            elif group.answers:
                yield f"{group.label}: answers", _all_answers(group)

    def _questions(self) -> dict[tuple[str, bool], dict[str, Any]]:
        """Every question that somebody was asked, in the words and the order of the last who was.

        One that was sensitive to some and not to others stands twice, once for each.
        """
        found: dict[tuple[str, bool], dict[str, Any]] = {}
        kept = self.applications.prefetch_related(None).values_list("answers", "later_answers")
        for answers, later in kept.iterator(chunk_size=BATCH):
            asked = {(each["key"], bool(each.get("sensitive"))): {**each, "answer": ""} for each in [*answers, *later]}
            found = asked | {key: answer for key, answer in found.items() if key not in asked}
        return found


def _answers(application: Application, group: ColumnGroup) -> list[dict[str, Any]]:
    """The answers that belong to ``group``: whether one is sensitive is what its applicant was told."""
    given = [*application.answers, *application.later_answers]
    return [answer for answer in given if group.answers and group.answers(answer)]


def _answer_to(key: str, group: ColumnGroup) -> Callable[[Application], Cell]:
    def value(application: Application) -> Cell:
        return next((_in_words(each) for each in _answers(application, group) if each["key"] == key), "")

    return value


def _all_answers(group: ColumnGroup) -> Callable[[Application], Cell]:
    def value(application: Application) -> Cell:
        return "\n".join(f"{each['question']} {_in_words(each)}" for each in _answers(application, group))

    return value


def _in_words(answer: dict[str, Any]) -> str:
    value = answer["answer"]
    if answer["kind"] == QuestionKind.CHECKBOX:
        return "Yes" if value else "No"
    if answer["kind"] == QuestionKind.FILE:
        return "A file" if value else ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
