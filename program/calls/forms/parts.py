"""A long form in parts, one on a page; a short one has a single part."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from program.calls.enums import QuestionKind

# Own questions that still fit on one page; fewer where a file is to be chosen, which takes its time on a phone.
FIT_ON_A_PAGE = 8
FIT_BESIDE_A_FILE = 5
QUESTIONS_IN_A_PART = 5


@dataclass(frozen=True)
class FormSection:
    title: str
    intro: str
    fields: list[Any]  # bound fields


@dataclass(frozen=True)
class Part:
    number: int
    sections: list[FormSection]

    @property
    def fields(self) -> list[Any]:
        return [field for section in self.sections for field in section.fields]

    @property
    def title(self) -> str:
        return self.sections[0].title

    @property
    def has_errors(self) -> bool:
        return any(field.errors for field in self.fields)


def is_long(questions) -> bool:
    """Whether a form that asks ``questions`` is better read in parts."""
    has_file = any(question.field_type == QuestionKind.FILE for question in questions)
    return len(questions) > (FIT_BESIDE_A_FILE if has_file else FIT_ON_A_PAGE)


def divide(before: list[FormSection], own: FormSection, after: list[FormSection]) -> list[Part]:
    """Who answers, then the call's ``own`` questions a few on a page, then what comes last."""
    pages = [before, *([section] for section in _split(own)), after]
    return [Part(number, page) for number, page in enumerate(pages, start=1)]


def _split(section: FormSection) -> list[FormSection]:
    """``section`` in pieces as equal as can be."""
    count = len(section.fields)
    pieces = -(-count // QUESTIONS_IN_A_PART)
    ends = [round(count * piece / pieces) for piece in range(pieces + 1)]
    return [
        FormSection(
            f"{section.title}, {start + 1} to {end}" if pieces > 1 else section.title,
            section.intro if start == 0 else "",
            section.fields[start:end],
        )
        for start, end in pairwise(ends)
    ]
