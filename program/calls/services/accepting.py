"""Answering the offer of a place, by the applicant's own link."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from program.calls.enums import Actor, Status
from program.calls.models import Application, Appointment
from program.calls.services import appointing
from program.calls.services.deciding import locked, move
from program.calls.services.telling import tell


@dataclass(frozen=True)
class Naming:
    """How somebody wishes to be named on the page of the call."""

    name: str
    library: str = ""


def accept(*, application: Application, naming: Naming | None, at: datetime) -> None:
    """Accept the offered place, name the person where they said yes to it, confirm it by letter.

    Raises ``OfferOver`` after the last moment of the offer, and ``IllegalMove`` where no place is offered: also
    for who answered a moment before. Nothing is done then.
    """
    with transaction.atomic():
        current = locked(application)
        _answer(current, Status.ACCEPTED, at)
        if naming:
            appointing.record_yes(application=current, name=naming.name, library=naming.library, at=at)
        tell(application=current, kind="accepted", subject="You accepted the place", at=at)


def turn_down(*, application: Application, at: datetime, why: str = "") -> None:
    """Turn the offered place down and confirm it by letter. Raises as ``accept`` does."""
    with transaction.atomic():
        current = locked(application)
        _answer(current, Status.TURNED_DOWN, at, why)
        tell(application=current, kind="turned_down", subject="You turned the place down", at=at)


def change_naming(*, application: Application, naming: Naming | None, at: datetime) -> None:
    """Name somebody who accepted as they wish now, or take their name off. No effect for anybody else."""
    with transaction.atomic():
        current = locked(application)
        if current.status != Status.ACCEPTED:
            return
        if naming:
            appointing.record_yes(application=current, name=naming.name, library=naming.library, at=at)
        else:
            appointing.take_back(application=current)


def named_as(application: Application) -> Appointment | None:
    """How the applicant is named on the page of the call; nothing where they are not."""
    return Appointment.objects.filter(application=application, said_yes_on__isnull=False).first()


def _answer(current: Application, to: Status, at: datetime, why: str = "") -> None:
    move(application=current, to=to, seen=current.status, actor=Actor.APPLICANT, at=at, why=why)
