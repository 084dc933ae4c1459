"""Counts of the demographics sheet: five and more, and none that could be worked out from the others.

A question is a table: calls down, answers across, with the sums of both at its margins. A count under five
is left out, and with it as many more as it takes that nobody can reckon one out. A cell can be reckoned out
exactly when no other way leads from its row to its column over cells that are left out as well; and what is
left out of a row or column must come to five and more together.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F

from program.calls.models import DemographicAnswer, DemographicQuestion

LEAST = 5
ALL = "All calls"
SUM = "In all"
# Rows and columns.
SIDES = (0, 1)
Cell = tuple[str, str]


@dataclass(frozen=True)
class Table:
    """The counts of one question. A count that is None is left out."""

    question: str
    answers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]


def tables_of(year: int, *, at: datetime) -> list[Table]:
    """A table for each question that was answered for calls which closed in ``year`` and before ``at``; two queries.

    Of a call that is open nothing is told: who looked before and after an answer came in would see what it said.
    """
    asked = {question.label: question for question in DemographicQuestion.objects.all()}
    counted: dict[str, dict[Cell, int]] = defaultdict(dict)
    answers = DemographicAnswer.objects.filter(call__closes_at__year=year, call__closes_at__lt=at)
    named = answers.values("question", "answer", title=F("call__title"), key=F("call"))
    for row in named.annotate(number=Count("pk")).order_by("title", "key", "question", "answer"):
        cells, cell = counted[row["question"]], (row["title"], row["answer"])
        cells[cell] = cells.get(cell, 0) + row["number"]
    order = [*(label for label in asked if label in counted), *sorted(counted.keys() - asked.keys())]
    return [_table(label, asked.get(label), counted[label]) for label in order]


def _table(label: str, question: DemographicQuestion | None, counted: dict[Cell, int]) -> Table:
    calls = sorted({call for call, _ in counted})
    offered = [line.strip() for line in question.choices.splitlines()] if question else []
    given = {answer for _, answer in counted}
    answers = [*(each for each in offered if each in given), *sorted(given - set(offered))]
    shown = shown_of({(call, answer): counted.get((call, answer), 0) for call in calls for answer in answers})
    rows = [*calls, ALL] if len(calls) > 1 else calls
    across = (*answers, SUM)
    return Table(label, across, tuple((row, tuple(shown[row, answer] for answer in across)) for row in rows))


def shown_of(counts: dict[Cell, int]) -> dict[Cell, int | None]:
    """``counts`` with their sums, and None in the place of each that is left out."""
    cells = dict(counts)
    several = len({row for row, _ in counts}) > 1
    for (row, column), number in counts.items():
        for place in ((row, SUM), *(((ALL, column), (ALL, SUM)) if several else ())):
            cells[place] = cells.get(place, 0) + number
    hidden = {cell for cell, number in cells.items() if number < LEAST}
    while more := _one_more(cells, hidden):
        hidden.add(more)
    return {cell: None if cell in hidden else number for cell, number in cells.items()}


def _one_more(cells: dict[Cell, int], hidden: set[Cell]) -> Cell | None:
    """A cell that has to be left out as well: the smallest beside one that could be worked out."""
    lines: dict[tuple[int, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        for side in SIDES:
            lines[side, cell[side]].append(cell)
    weak = [line for line in lines.values() if _is_weak(line, cells, hidden)]
    if not weak and any(row == ALL for row, _ in cells):
        weak = [lines[side, cell[side]] for cell in _bridges(hidden) for side in SIDES]
    beside = {cell for line in weak for cell in line} - hidden
    return min(beside, key=lambda cell: (cells[cell], cell), default=None)


def _is_weak(line: list[Cell], cells: dict[Cell, int], hidden: set[Cell]) -> bool:
    """Whether what is left out of ``line`` is one cell, or a handful of people together, and more can be left out."""
    out = [cells[cell] for cell in line if cell in hidden]
    return 0 < len(out) < len(line) and (len(out) == 1 or sum(out) < LEAST)


def _bridges(hidden: set[Cell]) -> list[Cell]:
    """The cells that alone join their row to their column, of all that are left out."""
    joined: dict[tuple[int, str], set[Cell]] = defaultdict(set)
    for cell in hidden:
        for side in SIDES:
            joined[side, cell[side]].add(cell)
    return [cell for cell in sorted(hidden) if not _is_joined_otherwise(cell, joined)]


def _is_joined_otherwise(cell: Cell, joined: dict[tuple[int, str], set[Cell]]) -> bool:
    begin, end = ((side, cell[side]) for side in SIDES)
    reached, to_see = {begin}, [begin]
    while to_see:
        for other in joined[to_see.pop()] - {cell}:
            new = {(side, other[side]) for side in SIDES} - reached
            reached |= new
            to_see += new
    return end in reached
