from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from statistics import median

from django.utils.formats import date_format

from home.enums import LibraryType
from program.calls.counting import demographics
from program.calls.counting.charts import Chart, lying, standing
from program.calls.counting.rows import Counted, first_monday, rows_of
from program.calls.enums import Status
from program.calls.models import Application, ApplicationCount

FIRST_TIME = {True: "First time", False: "Served before", None: "Not said"}
# Days to the first answer, each up to and with.
STEPS = ((7, "A week or less"), (14, "Two weeks"), (30, "A month"), (60, "Two months"), (None, "Longer"))
UNANSWERED = "No answer yet"


@dataclass(frozen=True)
class CallLine:
    """What a year brought to one call."""

    call: str
    received: int
    first_timers: int
    accepted: int
    withdrawn: int
    median_days: float | None
    heard_in_time: str


def years(*, today: date) -> list[int]:
    """The years that anything was received in, and this one; the latest first."""
    received = Application.objects.dates("received_at", "year")
    counted = ApplicationCount.objects.dates("week", "year")
    return sorted({day.year for day in (*received, *counted, today)}, reverse=True)


class Report:
    """The counts of the weeks that begin in ``year``, as they stand at ``at``. Five queries, however many rows."""

    def __init__(self, year: int, *, at: datetime):
        self.year = year
        self.rows = rows_of(year, at=at)
        self.demographics = demographics.tables_of(year, at=at)

    @property
    def total(self) -> int:
        return len(self.rows)

    @cached_property
    def whole(self) -> CallLine:
        return _line("All calls", self.rows)

    @cached_property
    def calls(self) -> list[CallLine]:
        """A line for each call, the most answered first."""
        of_call: dict[str, list[Counted]] = {}
        for row in self.rows:
            of_call.setdefault(row.call, []).append(row)
        return sorted((_line(*each) for each in of_call.items()), key=lambda line: (-line.received, line.call))

    @cached_property
    def charts(self) -> list[Chart]:
        """Every chart; those by words have no bar for what nobody is."""
        types, statuses = dict(LibraryType.choices), dict(Status.choices)
        steps = [label for _, label in STEPS]
        return [
            Chart("Applications by week", "Week of", standing(self._weeks()), stands=True),
            Chart("Applications by call", "Call", lying(row.call for row in self.rows)),
            Chart("New and returning", "Applicants", lying(FIRST_TIME[row.first_time] for row in self.rows)),
            Chart("Library type", "Library type", lying(types[row.library_type] for row in self.rows)),
            Chart("Library system or region", "Region", lying(row.region for row in self.rows)),
            Chart("Career stage", "Career stage", lying(row.career_stage for row in self.rows)),
            Chart("What became of them", "Status", lying(statuses[row.status] for row in self.rows)),
            Chart(
                "Time to the first answer",
                "Days",
                lying((_step(row.days_to_answer) for row in self.rows), steps, empty=UNANSWERED),
                note="From arrival to the first offer, waiting list or no. Withdrawn ones may never get one.",
            ),
        ]

    def _weeks(self) -> Sequence[tuple[str, int]]:
        counted, monday = Counter(row.week for row in self.rows), first_monday(self.year)
        mondays = [monday + timedelta(weeks=number) for number in range(53)]
        return [(date_format(each, "M j"), counted[each]) for each in mondays if each.year == self.year]


def _line(call: str, rows: list[Counted]) -> CallLine:
    days = [row.days_to_answer for row in rows if row.days_to_answer is not None]
    due = [row.heard_in_time for row in rows if row.heard_in_time is not None]
    return CallLine(
        call,
        len(rows),
        sum(row.first_time is True for row in rows),
        sum(row.status == Status.ACCEPTED for row in rows),
        sum(row.status == Status.WITHDRAWN for row in rows),
        median(days) if days else None,
        f"{sum(due)} of {len(due)}" if due else "",
    )


def _step(days: int | None) -> str:
    if days is None:
        return UNANSWERED
    return next(label for most, label in STEPS if most is None or days <= most)
