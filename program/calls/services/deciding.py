"""The one door through which the status of an application moves."""

from datetime import datetime

from django.db import transaction

from home.models import User
from program.calls.enums import Status
from program.calls.models import Application, StatusChange

# From each status, where staff may move an application. Withdrawn and answered offers are final.
LEGAL_MOVES: dict[str, tuple[Status, ...]] = {
    Status.RECEIVED: (Status.IN_REVIEW, Status.SHORTLISTED, Status.OFFERED, Status.NOT_THIS_TIME, Status.WITHDRAWN),
    Status.IN_REVIEW: (
        Status.SHORTLISTED,
        Status.OFFERED,
        Status.WAITLISTED,
        Status.NOT_THIS_TIME,
        Status.WITHDRAWN,
        Status.RECEIVED,
    ),
    Status.SHORTLISTED: (
        Status.OFFERED,
        Status.WAITLISTED,
        Status.NOT_THIS_TIME,
        Status.WITHDRAWN,
        Status.IN_REVIEW,
    ),
    Status.WAITLISTED: (Status.OFFERED, Status.NOT_THIS_TIME, Status.WITHDRAWN, Status.IN_REVIEW),
    Status.OFFERED: (Status.ACCEPTED, Status.TURNED_DOWN, Status.WITHDRAWN, Status.SHORTLISTED),
    Status.NOT_THIS_TIME: (Status.IN_REVIEW,),
    Status.ACCEPTED: (),
    Status.TURNED_DOWN: (),
    Status.WITHDRAWN: (),
}


class IllegalMove(Exception):
    """The table of legal moves does not lead from the application's status to the one asked for."""


def move(*, application: Application, to: Status, seen: str, by: User, at: datetime, why: str = "") -> StatusChange:
    """Move ``application`` to the status ``to`` and record who, when and why.

    ``seen`` is the status that ``by`` decided from. The row is locked and its status read anew, so
    of two people deciding at once the second is refused and told. Writes to nobody. Raises
    ``IllegalMove`` and changes nothing when the status is no longer ``seen`` or the table has no
    such move.
    """
    with transaction.atomic():
        current = Application.objects.select_for_update().get(pk=application.pk)
        if current.status != seen or to not in LEGAL_MOVES[current.status]:
            raise IllegalMove(f"{current.get_status_display()} → {Status(to).label}")
        change = StatusChange.objects.create(
            application=current, from_status=current.status, to_status=to, at=at, by=by, why=why
        )
        current.status = to
        current.save(update_fields=["status"])
    application.status = to
    return change
