"""Announcing pending decisions: shown first, begun in one request, carried out by the worker.

letters = preview(call=call, at=now)                        every letter, before anything goes
begin(call=call, shown=fingerprint(call), by=user, at=now)  rows only; refused when anything changed since
carry_out(at=now)                                           the worker: a decision and its letter at a time
"""

import hashlib
import json
import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from home.models import User
from program.calls.enums import Status
from program.calls.models import AnnouncedDecision, Announcement, Application, CallPage, StatusChange
from program.calls.services.deciding import IllegalMove, last_moment, move
from program.calls.services.decision_letters import DecisionLetter, next_steps, words_of

log = logging.getLogger(__name__)
A_TURN = 100


class NotAsShown(Exception):
    """The decisions or the letters are no longer what was shown; nothing was begun."""


def preview(*, call: CallPage, at: datetime) -> list[DecisionLetter]:
    """Every letter that announcing the pending decisions of ``call`` at ``at`` would send. Stores nothing."""
    words, steps, answer_by = words_of(call), next_steps(at), last_moment(call, at)
    return [
        _letter(each, each.pending_status, words, steps, answer_by)
        for each in call.applications.pending().select_related("call")
    ]


def fingerprint(call: CallPage) -> str:
    """A word for the pending decisions of ``call`` and what their letters are made of; another once those change."""
    decisions = call.applications.pending().values_list("pk", "pending_status", "name", "email")
    made_of = [call.title, str(call.hear_by), call.days_to_answer_an_offer, words_of(call), list(decisions)]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def begin(*, call: CallPage, shown: str, by: User, at: datetime) -> Announcement:
    """Begin to announce all pending decisions of ``call``. Sends nothing itself.

    ``shown`` is the ``fingerprint`` of what ``by`` was shown. Raises ``NotAsShown`` when it is another by
    now: somebody decided otherwise, or pressed the same button a moment before.
    """
    with transaction.atomic():
        call = CallPage.objects.select_for_update(of=("self",)).get(pk=call.pk)
        decided = list(call.applications.pending().values_list("pk", "pending_status"))
        if not decided or fingerprint(call) != shown:
            raise NotAsShown
        announcement = Announcement.objects.create(call=call, by=by, begun_at=at, words=words_of(call))
        AnnouncedDecision.objects.bulk_create(
            AnnouncedDecision(announcement=announcement, application_id=pk, status=status) for pk, status in decided
        )
    return announcement


def carry_out(at: datetime, limit: int = A_TURN) -> int:
    """Announce up to ``limit`` decisions that were begun, and return how many were told or left out.

    Each in a transaction of its own: the move, the letter and the mark that it is done are stored together
    or not at all, so it may be killed anywhere and run again, in any number of workers. A fault in one is
    logged and tried again at the next turn.
    """
    waiting = list(AnnouncedDecision.objects.waiting().values_list("pk", "application_id")[:limit])
    steps, handled = next_steps(at) if waiting else {}, 0
    for pk, application_pk in waiting:
        try:
            handled += _announce(pk, application_pk, steps, at)
        except Exception:
            log.exception("A decision of an announcement was not told: row %s; it is tried again", pk)
    unfinished = Exists(AnnouncedDecision.objects.waiting().filter(announcement=OuterRef("pk")))
    Announcement.objects.filter(finished_at=None).exclude(unfinished).update(finished_at=at)
    return handled


def tell_of_move(
    *, application: Application, to: str, seen: str, by: User, at: datetime, why: str = ""
) -> StatusChange:
    """Move one application and write to its applicant about it, both or neither. Raises as ``deciding.move`` does."""
    with transaction.atomic():
        letter = letter_of_move(application=application, to=to, at=at)
        change = move(application=application, to=to, seen=seen, by=by, at=at, why=why)
        letter.write(at=at, key=f"move:{change.pk}")
    return change


def letter_of_move(*, application: Application, to: str, at: datetime) -> DecisionLetter:
    """The letter that ``tell_of_move`` writes. Stores nothing."""
    call = application.call
    return _letter(application, to, words_of(call), next_steps(at), last_moment(call, at))


def _announce(pk: int, application_pk: int, steps: dict, at: datetime) -> bool:
    """Whether the decision is told or left out now; not when another worker or its applicant holds it."""
    with transaction.atomic():
        # The application first, as everybody does who moves or deletes it; what is held is left for later.
        applications = Application.objects.select_for_update(skip_locked=True, of=("self",)).select_related("call")
        application = applications.filter(pk=application_pk).first()
        rows = AnnouncedDecision.objects.select_for_update(skip_locked=True, of=("self",)).waiting()
        row = rows.select_related("announcement__by").filter(pk=pk).first()
        if not application or not row:
            return False
        try:
            _tell(application, row, steps, at)
            row.done_at = at
        except IllegalMove as refused:
            row.left_out = str(refused)
        row.save(update_fields=["done_at", "left_out"])
    return True


def _tell(application: Application, row: AnnouncedDecision, steps: dict, at: datetime) -> None:
    announcement, why = row.announcement, application.pending_why
    if application.pending_status != row.status:
        raise IllegalMove(_other_than_announced(application))
    move(application=application, to=row.status, seen=application.status, by=announcement.by, at=at, why=why)
    letter = _letter(application, row.status, announcement.words, steps, application.offer_until)
    letter.write(at=at, key=f"announcement:{announcement.pk}")


def _other_than_announced(application: Application) -> str:
    if application.pending_status:
        return f"Decided otherwise meanwhile: pending is “{application.get_pending_status_display()}”."
    return f"Nothing was pending any more: it is “{application.get_status_display()}”."


def _letter(
    application: Application, status: str, words: dict[str, str], steps: dict, answer_by: datetime | None
) -> DecisionLetter:
    is_offer = status == Status.OFFERED
    return DecisionLetter(application, status, answer_by if is_offer else None, words.get(status, ""), steps)
