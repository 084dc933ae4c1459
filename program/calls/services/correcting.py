"""Correcting answers that were sent, and answering what is asked after acceptance."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from home.models import AssociationSettings
from program.calls.answer_files import naming_files
from program.calls.enums import Status
from program.calls.models import Application
from program.calls.services.answering import differs
from program.calls.services.deciding import locked
from program.calls.services.owning import may_correct
from program.calls.services.telling import tell
from program.calls.services.terms import keep_until, terms_of
from program.files.models import PrivateFile
from program.files.services import attach
from program.letters.services.writing import write
from program.letters.words import Ours
from program.links.services import revoke


class TooLate(Exception):
    """The answers can't be corrected any more: the call has closed, or it is decided."""


class CorrectedMeanwhile(Exception):
    """The answers were corrected elsewhere since the form was opened; nothing was changed."""


def version_of(application: Application) -> str:
    """Names the answers as they stand; a form carries it, so that a correction in between is seen."""
    return (application.corrected_at or application.received_at).isoformat()


def correct(
    *,
    application: Application,
    secret: str,
    began_from: str,
    applicant: dict[str, Any],
    answers: list[dict[str, Any]],
    files: Iterable[PrivateFile],
    at: datetime,
) -> bool:
    """Put other answers in the place of those stored, and say so by letter. ``at`` decides whether it is in time.

    ``files`` are all that the answers tell of, new ones and old; any other goes. Where the address is changed,
    the old one hears of it too, and links sent there end, but for ``secret``, the one in use: whoever mistyped
    their address has shut a stranger out. Returns whether anything was changed: the same answers, sent again, change
    nothing. Raises ``TooLate``, ``CorrectedMeanwhile`` when ``began_from`` is not ``version_of`` what is
    stored, ``FilesGone`` when a file is not there any more, and ``IllegalMove`` when the application is not.
    """
    with transaction.atomic():
        current = locked(application)
        if not differs(current, applicant, answers):
            return False
        if not may_correct(current, at=at):
            raise TooLate
        if began_from != version_of(current):
            raise CorrectedMeanwhile
        written_to = current.email
        for name, value in applicant.items():
            setattr(current, name, value)
        current.answers = answers
        current.corrected_at = current.agreed_at = at
        current.terms = terms_of(current.call)
        current.keep_until = keep_until(current.call, AssociationSettings.load())
        current.save()
        _keep_only(current, files)
        if written_to != current.email:
            revoke(target=current, at=at, but=secret)
        _tell(current, written_to, at)
        return True


def answer_later(*, application: Application, answers: list[dict[str, Any]], files: Iterable[PrivateFile]) -> bool:
    """Store the answers to what is asked after acceptance, in the place of any before. False without an accepted place.

    Raises ``FilesGone`` as ``correct`` does, and ``IllegalMove`` when the application is gone.
    """
    with transaction.atomic():
        current = locked(application)
        if current.status != Status.ACCEPTED:
            return False
        current.later_answers = answers
        current.save(update_fields=["later_answers"])
        _keep_only(current, files)
        return True


def _keep_only(current: Application, files: Iterable[PrivateFile]) -> None:
    """Let ``files`` belong to the application, and delete what none of its answers tells of any more."""
    attach(files=files, owner=current)
    told_of = [answer["answer"] for answer in naming_files((*current.answers, *current.later_answers))]
    PrivateFile.objects.of(current).exclude(pk__in=told_of).delete()


def _tell(current: Application, written_to: str, at: datetime) -> None:
    key = f"application_corrected:{at.isoformat()}"
    if written_to != current.email:
        write(
            kind="application_address_changed",
            to=written_to,
            subject="Your answers are corrected",
            context={"call": Ours(current.call.title), "reference": Ours(current.reference)},
            about=current,
            unique_key=f"{key}:{current.pk}:before",
            at=at,
        )
    tell(application=current, kind="corrected", subject="Your answers are corrected", key=key, at=at)
