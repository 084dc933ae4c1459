"""Deleting an application because its applicant asks for it."""

from datetime import datetime

from django.db import transaction

from program.calls.enums import DeletionReason, Status
from program.calls.models import Application
from program.calls.services.deciding import locked
from program.calls.services.keeping import LAST_LETTER, delete_application
from program.calls.services.telling import tell
from program.letters.services.writing import write
from program.letters.words import Ours

# Nobody has begun to weigh it, or nobody weighs it any more. An applicant who is in between can withdraw first.
AT_ONCE = (Status.RECEIVED, Status.NOT_THIS_TIME, Status.TURNED_DOWN, Status.WITHDRAWN)


def is_deleted_at_once(application: Application) -> bool:
    """Whether asking for it deletes ``application`` on the spot; otherwise staff are asked to."""
    return application.status in AT_ONCE


def ask(*, application: Application, at: datetime) -> bool:
    """Delete ``application`` with all that tells of its applicant, or note that they ask for it.

    Returns whether it is gone. Either way one letter confirms it, however often they ask; the one that
    tells of a deletion says nothing of what the application held. That they asked is noted first: what is
    killed halfway is on the list of staff. Raises ``IllegalMove`` when it is gone already.
    """
    with transaction.atomic():
        current = locked(application)
        at_once = is_deleted_at_once(current)
        is_first = current.deletion_asked_at is None
        if is_first:
            current.deletion_asked_at = at
            current.save(update_fields=["deletion_asked_at"])
        if is_first and not at_once:
            tell(application=current, kind="deletion_asked", subject="You asked us to delete your answers", at=at)
    if at_once and delete_application(application=current, at=at, why=DeletionReason.ASKED_FOR):
        _tell_that_it_is_gone(current, at)
    return at_once


def _tell_that_it_is_gone(application: Application, at: datetime) -> None:
    # About nothing and with no link: the letter has to outlive what it tells of.
    with transaction.atomic():
        write(
            kind=LAST_LETTER,
            to=application.email,
            to_name=application.name,
            subject="Your answers are deleted",
            context={
                "name": application.name,
                "call": Ours(application.call.title),
                "reference": Ours(application.reference),
            },
            unique_key=f"application_deleted:{application.reference}",
            at=at,
        )
