"""One row for each application of a year, whether it is still there or deleted and counted."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from home.models import AssociationSettings
from program.calls.enums import Status
from program.calls.models import Application, ApplicationCount, StatusChange

# A status that tells the applicant what was decided.
ANSWERS = (Status.OFFERED, Status.WAITLISTED, Status.NOT_THIS_TIME, Status.ACCEPTED, Status.TURNED_DOWN)


@dataclass(frozen=True, slots=True)
class Counted:
    """One application in numbers. Nothing in it says whose it was."""

    call: str
    week: date
    status: str
    library_type: str
    region: str
    career_stage: str
    first_time: bool | None
    days_to_answer: int | None
    heard_in_time: bool | None


def rows_of(year: int, *, at: datetime) -> list[Counted]:
    """The applications that came in weeks which begin in ``year``; two queries, however many there are.

    By weeks, because the thin rows know no day: an application counts the same before its deletion and after.
    """
    begins, ends = first_monday(year), first_monday(year + 1)
    return [*_live(begins, ends, at), *_deleted(begins, ends)]


def first_monday(year: int) -> date:
    """The first Monday of ``year``."""
    return date(year, 1, 7) - timedelta(days=date(year, 1, 7).weekday())


def monday_of(moment: datetime, association: AssociationSettings) -> date:
    """The Monday of the week of ``moment`` where the association is."""
    day = association.local_date(moment)
    return day - timedelta(days=day.weekday())


def days_to_answer(received_at: datetime, answered_at: datetime | None) -> int | None:
    """Whole days from arrival to the first answer; None where there was none."""
    return max(0, (answered_at - received_at).days) if answered_at else None


def heard_in_time(promised: str | None, answered_on: date | None, *, waits: bool, today: date) -> bool | None:
    """Whether somebody heard by the day they were ``promised``; None where nothing was promised or is due.

    ``waits`` says that an answer is still owed: not to somebody who withdrew.
    """
    if not promised:
        return None
    if answered_on:
        return answered_on <= date.fromisoformat(promised)
    return False if waits and today > date.fromisoformat(promised) else None


def answered_at() -> Subquery:
    """The moment of the first answer to each application, for an annotation."""
    answers = StatusChange.objects.filter(application=OuterRef("pk"), to_status__in=ANSWERS)
    return Subquery(answers.order_by("at").values("at")[:1])


def _live(begins: date, ends: date, at: datetime) -> list[Counted]:
    association = AssociationSettings.load()
    since, until = (datetime.combine(day, time.min, association.zone) for day in (begins, ends))
    columns = ("call__title", "received_at", "status", "library_type", "region__name", "career_stage__name",
               "first_time", "answered", "terms__hear_by")  # fmt: skip
    applications = Application.objects.filter(received_at__gte=since, received_at__lt=until)
    rows = applications.annotate(answered=answered_at()).values_list(*columns).iterator()
    today = association.local_date(at)
    return [
        Counted(
            call,
            monday_of(received, association),
            status,
            library_type,
            region or "",
            stage or "",
            first_time,
            days_to_answer(received, answered),
            heard_in_time(
                promised,
                association.local_date(answered) if answered else None,
                waits=status != Status.WITHDRAWN,
                today=today,
            ),
        )
        for call, received, status, library_type, region, stage, first_time, answered, promised in rows
    ]


def _deleted(begins: date, ends: date) -> list[Counted]:
    # A call that was renamed since is one call still.
    title = Coalesce("call__title", "call_title")
    columns = ("week", "status", "library_type", "region", "career_stage", "first_time", "days_to_answer",
               "heard_in_time")  # fmt: skip
    counts = ApplicationCount.objects.filter(week__gte=begins, week__lt=ends)
    return [Counted(*row) for row in counts.annotate(title=title).values_list("title", *columns).iterator()]
