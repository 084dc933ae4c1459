"""Decisions about many applications at once: made now, or kept pending until they are announced.

Each takes the applications as somebody saw them, on the page they decided on. Whoever stands otherwise by
now is left out with the reason; the others are decided together. The applicant sees nothing of what is pending.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from home.models import User
from program.calls.enums import LETTER_STATUSES, Actor, Status
from program.calls.models import Application
from program.calls.services.deciding import GONE, NOTHING_PENDING, carry_out, refusal

CAN_BE_PENDING = [Status(value) for value, _label in LETTER_STATUSES]


@dataclass(frozen=True)
class LeftOut:
    """An application that a decision passed by, and why."""

    application: Application
    why: str


@dataclass(frozen=True)
class Outcome:
    """What became of a decision about many."""

    done: list[Application] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def set_pending(*, applications: Iterable[Application], to: str, by: User, at: datetime, why: str = "") -> Outcome:
    """Keep ``to`` as the pending decision about ``applications``, in place of an older one. Writes to nobody.

    Left out: whoever was moved, decided by somebody else or deleted since, and whoever the table of
    legal moves does not lead to ``to``: a withdrawn application can't be decided.
    """
    decision = {"pending_status": to, "pending_by": by, "pending_at": at, "pending_why": why}
    return _together(
        applications,
        lambda current, seen: pending_refusal(current, seen=seen, to=to),
        lambda found: _update(found, decision),
    )


def clear_pending(*, applications: Iterable[Application]) -> Outcome:
    """Take the pending decision off ``applications``. Left out: whoever has none or another than was seen."""
    return _together(applications, clearing_refusal, lambda found: _update(found, NOTHING_PENDING))


def move_together(*, applications: Iterable[Application], to: str, by: User, at: datetime, why: str = "") -> Outcome:
    """Move ``applications`` to ``to`` as ``deciding.move`` would each of them. Writes to nobody."""
    return _together(
        applications,
        lambda current, seen: refusal(current, seen=seen.status, to=to) or _decided_otherwise(current, seen),
        lambda found: carry_out(found, to=to, at=at, by=by, actor=Actor.STAFF, why=why),
    )


def pending_refusal(current: Application, *, seen: Application, to: str) -> str:
    """Why ``to`` can't be the pending decision about ``current``, which looked like ``seen``; empty when it can."""
    if to not in CAN_BE_PENDING:
        return f"“{Status(to).label}” is not announced, so it can’t be pending."
    return refusal(current, seen=seen.status, to=to) or _decided_otherwise(current, seen)


def clearing_refusal(current: Application, seen: Application) -> str:
    """Why the pending decision can't be taken off ``current``; empty when it can."""
    if not current.pending_status:
        return "Nothing is pending."
    return _decided_otherwise(current, seen)


def _decided_otherwise(current: Application, seen: Application) -> str:
    if current.pending_status == seen.pending_status:
        return ""
    pending = f"“{current.get_pending_status_display()}”" if current.pending_status else "nothing"
    return f"Somebody decided meanwhile: pending is {pending} now."


def _together(
    applications: Iterable[Application],
    refuse: Callable[[Application, Application], str],
    act: Callable[[list[Application]], object],
) -> Outcome:
    outcome = Outcome()
    with transaction.atomic():
        asked = list(applications)
        # In one order, so that two people deciding at once wait for one another and don't lock each other out.
        locked = Application.objects.select_for_update(of=("self",)).select_related("call").order_by("pk")
        found = locked.in_bulk([each.pk for each in asked])
        for seen in asked:
            current = found.get(seen.pk)
            if current is None:
                outcome.left_out.append(LeftOut(seen, GONE))
            elif why := refuse(current, seen):
                outcome.left_out.append(LeftOut(seen, why))
            else:
                outcome.done.append(current)
        if outcome.done:
            act(outcome.done)
    return outcome


def _update(applications: list[Application], values: Mapping[str, object]) -> None:
    Application.objects.filter(pk__in=[each.pk for each in applications]).update(**values)
