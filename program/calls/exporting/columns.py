"""The columns an export is made of, in groups that staff choose from."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean
from typing import Any

from django.utils import timezone

from program.calls.enums import Recommendation, Status
from program.calls.models import Application

Cell = str | int | float | None
Column = tuple[str, Callable[[Application], Cell]]
DAY = "%Y-%m-%d"
MINUTE = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class ColumnGroup:
    """Columns that are chosen together. ``needs`` are the relations read with each batch of rows."""

    key: str
    label: str
    columns: tuple[Column, ...] = ()
    needs: tuple[str, ...] = ()
    # Which answers to the call's own questions belong here; None for no answer at all.
    answers: Callable[[dict[str, Any]], bool] | None = None
    help: str = ""

    @property
    def choice(self) -> str:
        """The label with what there is to know before choosing it."""
        return f"{self.label}: {self.help}" if self.help else self.label


def _moment(value: Any) -> str:
    return timezone.localtime(value).strftime(MINUTE) if value else ""


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"


def _name(value: Any) -> str:
    return "" if value is None else str(value)


def _average(application: Application) -> float | None:
    scores = [score.value for reading in application.readings.all() for score in reading.scores.all()]
    return round(mean(scores), 2) if scores else None


def _recommended(word: Recommendation) -> Callable[[Application], int]:
    return lambda application: sum(reading.recommendation == word for reading in application.readings.all())


def _last_move(application: Application) -> Any:
    return next(iter(application.status_changes.all()), None)


ALWAYS: tuple[Column, ...] = (
    ("Reference", lambda each: each.reference),
    ("Call", lambda each: each.call.title),
    ("Received", lambda each: _moment(each.received_at)),
)

GROUPS = (
    ColumnGroup(
        "contact",
        "Name and contact",
        (
            ("Name", lambda each: each.name),
            ("Pronouns", lambda each: each.pronouns),
            ("E-mail", lambda each: each.email),
            ("Phone", lambda each: each.phone),
            ("Job title", lambda each: each.job_title),
            ("Career stage", lambda each: _name(each.career_stage)),
            ("Member", lambda each: each.get_member_display()),
            ("Member number", lambda each: each.member_number),
            ("First time", lambda each: _yes_or_no(each.first_time)),
            ("Put forward by", lambda each: each.put_forward_by),
            ("Keep in mind", lambda each: _yes_or_no(each.keep_in_mind)),
        ),
    ),
    ColumnGroup(
        "library",
        "Library",
        (
            ("Library", lambda each: each.library),
            ("Library type", lambda each: each.get_library_type_display()),
            ("City", lambda each: each.city),
            ("Region", lambda each: _name(each.region)),
        ),
    ),
    ColumnGroup(
        "questions",
        "Questions of the call",
        (("Choices of group or seat", lambda each: "; ".join(each.ranked_seats)),),
        answers=lambda answer: not answer.get("sensitive"),
        help="a column for each where you choose one call, else all in one column",
    ),
    ColumnGroup(
        "needs",
        "Practical needs and sensitive answers",
        (
            ("Availability", lambda each: each.availability),
            ("Access or travel needs", lambda each: each.access_needs),
        ),
        answers=lambda answer: bool(answer.get("sensitive")),
        help="applicants were told that readers don’t see these",
    ),
    ColumnGroup(
        "decision",
        "Decision",
        (
            ("Status", lambda each: each.get_status_display()),
            ("Decided, not yet told", lambda each: Status(each.pending_status).label if each.pending_status else ""),
            ("Moved on", lambda each: _moment(getattr(_last_move(each), "at", None))),
            ("Why", lambda each: getattr(_last_move(each), "why", "")),
            ("Offer open until", lambda each: _moment(each.offer_until)),
            ("Kept until", lambda each: each.keep_until.strftime(DAY) if each.keep_until else ""),
        ),
        needs=("status_changes",),
    ),
    ColumnGroup(
        "readings",
        "Averages of the readings",
        (
            ("Readings", lambda each: len(each.readings.all())),
            ("Average score", _average),
            *((f"Recommended: {word.label}", _recommended(word)) for word in Recommendation),
        ),
        needs=("readings",),
    ),
)
