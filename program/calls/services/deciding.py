"""The one door through which the status of an application moves.

A draft is none of these: it is a row of its own (``Draft``), and ``services.drafting`` deletes expired ones.
"""

from datetime import datetime, time, timedelta
from itertools import groupby
from operator import attrgetter

from django.db import transaction

from home.models import AssociationSettings, User
from program.calls.enums import Actor, Status
from program.calls.models import Application, CallPage, StatusChange
from program.calls.services import appointing

STAFF = frozenset({Actor.STAFF})
# Staff too: somebody may say on the telephone what they would otherwise press by their own link.
BOTH = frozenset({Actor.STAFF, Actor.APPLICANT})

# From each status, where an application may go and who may move it. Nothing follows on a final status.
LEGAL_MOVES: dict[str, dict[Status, frozenset[Actor]]] = {
    Status.RECEIVED: {
        Status.IN_REVIEW: STAFF,
        Status.SHORTLISTED: STAFF,
        Status.OFFERED: STAFF,
        Status.WAITLISTED: STAFF,
        Status.NOT_THIS_TIME: STAFF,
        Status.WITHDRAWN: BOTH,
    },
    Status.IN_REVIEW: {
        Status.SHORTLISTED: STAFF,
        Status.OFFERED: STAFF,
        Status.WAITLISTED: STAFF,
        Status.NOT_THIS_TIME: STAFF,
        Status.WITHDRAWN: BOTH,
        Status.RECEIVED: STAFF,
    },
    Status.SHORTLISTED: {
        Status.OFFERED: STAFF,
        Status.WAITLISTED: STAFF,
        Status.NOT_THIS_TIME: STAFF,
        Status.WITHDRAWN: BOTH,
        Status.IN_REVIEW: STAFF,
    },
    Status.WAITLISTED: {
        Status.OFFERED: STAFF,
        Status.NOT_THIS_TIME: STAFF,
        Status.WITHDRAWN: BOTH,
        Status.IN_REVIEW: STAFF,
    },
    Status.OFFERED: {
        Status.ACCEPTED: BOTH,
        Status.TURNED_DOWN: BOTH,
        Status.WITHDRAWN: BOTH,
        Status.SHORTLISTED: STAFF,
    },
    Status.NOT_THIS_TIME: {Status.IN_REVIEW: STAFF, Status.WITHDRAWN: BOTH},
    # Who said yes may have to step back; then somebody else can be asked.
    Status.ACCEPTED: {Status.WITHDRAWN: BOTH},
    Status.TURNED_DOWN: {},
    Status.WITHDRAWN: {},
}
ANSWERS_TO_AN_OFFER = {Status.ACCEPTED, Status.TURNED_DOWN}
DAYS_END = time(23, 59, 59)
NOTHING_PENDING = {"pending_status": "", "pending_by": None, "pending_at": None, "pending_why": ""}
MOVED_FIELDS = ["status", "offer_until", *NOTHING_PENDING]
GONE = "It was deleted meanwhile."


class IllegalMove(Exception):
    """The move is not made and nothing has changed. Its words say why, to staff."""


class OfferOver(IllegalMove):
    """The applicant answered an offer after its last moment."""


def moves_from(status: str, actor: Actor = Actor.STAFF) -> list[Status]:
    """Where ``actor`` may move an application that is ``status``, in the order of the table."""
    return [to for to, actors in LEGAL_MOVES[status].items() if actor in actors]


def move(
    *,
    application: Application,
    to: str,
    seen: str,
    at: datetime,
    by: User | None = None,
    actor: Actor = Actor.STAFF,
    why: str = "",
) -> StatusChange:
    """Move ``application`` to the status ``to`` and record who, when and why. Writes to nobody.

    ``seen`` is the status that was decided from. The row is locked and its status read anew, so of two
    people deciding at once the second is refused and told. A decision that was pending is gone with the
    move; an offer gets its last moment. ``by`` is the account of staff, nobody for an applicant.

    Raises ``IllegalMove`` when the status is no longer ``seen``, when the table has no such move for
    ``actor``, or when the application was deleted; ``OfferOver`` when an applicant answers too late.
    """
    with transaction.atomic():
        current = locked(application)
        refused = refusal(current, seen=seen, to=to, actor=actor)
        if refused:
            raise IllegalMove(refused)
        if actor == Actor.APPLICANT and to in ANSWERS_TO_AN_OFFER and is_over(current, at):
            raise OfferOver("The day to answer the offer has passed.")
        [change] = carry_out([current], to=to, at=at, by=by, actor=actor, why=why)
    application.refresh_from_db(fields=MOVED_FIELDS)
    return change


def refusal(current: Application, *, seen: str, to: str, actor: Actor = Actor.STAFF) -> str:
    """Why ``actor`` can't move ``current`` to ``to``, having decided from ``seen``; empty when they can."""
    now = Status(current.status).label
    if current.status != seen:
        return f"It is “{now}” now."
    if current.status == to:
        return f"It is “{now}” already."
    if to not in moves_from(current.status, actor):
        return f"From “{now}” it can’t become “{Status(to).label}”."
    return ""


def carry_out(
    applications: list[Application], *, to: str, at: datetime, by: User | None, actor: Actor, why: str
) -> list[StatusChange]:
    """Make a move that ``refusal`` lets through, for locked ``applications``, in their transaction.

    For ``move`` and ``services.deciding_together``; everybody else calls those.
    """
    changes = StatusChange.objects.bulk_create(
        StatusChange(application=each, from_status=each.status, to_status=to, at=at, actor=actor, by=by, why=why)
        for each in applications
    )
    for call, of_call in groupby(sorted(applications, key=attrgetter("call_id")), key=attrgetter("call")):
        Application.objects.filter(pk__in=[each.pk for each in of_call]).update(
            status=to, offer_until=last_moment(call, at) if to == Status.OFFERED else None, **NOTHING_PENDING
        )
    for each in applications:
        if each.status == Status.ACCEPTED:
            appointing.take_back(application=each)
    return changes


def is_over(application: Application, at: datetime) -> bool:
    """Whether an offer can no longer be answered at ``at``. Its last second counts."""
    return application.offer_until is not None and at > application.offer_until


def last_moment(call: CallPage, at: datetime) -> datetime:
    """Until when an offer of ``call`` made at ``at`` can be answered: the end of a day where the association is."""
    association = AssociationSettings.load()
    day = association.local_date(at) + timedelta(days=call.days_to_answer_an_offer)
    return datetime.combine(day, DAYS_END, association.zone)


def locked(application: Application) -> Application:
    """``application`` as it stands, locked until the transaction ends. Raises ``IllegalMove`` when it is gone."""
    current = Application.objects.select_for_update().filter(pk=application.pk).first()
    if current is None:
        raise IllegalMove(GONE)
    return current
