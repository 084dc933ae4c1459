"""What somebody may do with their own application, by the link that only they have."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from program.calls.enums import UNDECIDED, Actor, Status
from program.calls.models import Application, DemographicQuestion
from program.calls.services import answering
from program.calls.services.deciding import is_over, locked, move, moves_from
from program.calls.services.form_secrets import APPLICATION
from program.calls.services.telling import tell
from program.links.services import resolve


@dataclass(frozen=True)
class Choices:
    """What can be done about an application at one moment, and what it waits for."""

    correct: bool
    withdraw: bool
    answer_offer: bool
    offer_is_over: bool
    change_naming: bool
    answer_later: bool
    give_demographics: bool
    is_waiting: bool


def find(secret: str, *, at: datetime) -> Application | None:
    """The application that ``secret`` opens at ``at``: the secret of its form, or that of a link in a letter."""
    found = answering.find_by_secret(secret) or resolve(secret, purpose=APPLICATION, at=at)
    return found if isinstance(found, Application) else None


def choices(application: Application, *, at: datetime) -> Choices:
    """What the applicant can do at ``at``."""
    is_offered = application.status == Status.OFFERED
    over = is_offered and is_over(application, at)
    return Choices(
        correct=may_correct(application, at=at),
        withdraw=Status.WITHDRAWN in moves_from(application.status, Actor.APPLICANT),
        answer_offer=is_offered and not over,
        offer_is_over=over,
        change_naming=application.status == Status.ACCEPTED,
        answer_later=application.status == Status.ACCEPTED and bool(application.call.later_questions),
        give_demographics=_may_give_demographics(application),
        is_waiting=application.status in UNDECIDED,
    )


def may_correct(application: Application, *, at: datetime) -> bool:
    """Whether answers may be corrected at ``at``: while they are read, and the call or a late code is open.

    Shortlisted as well: an applicant who could tell it from “in review” would learn what readers keep to themselves.
    """
    if application.status not in UNDECIDED or not application.call.live:
        return False
    code = application.late_code
    return application.call.is_accepting(at) or (code is not None and at <= code.opens_until)


def _may_give_demographics(application: Application) -> bool:
    is_asked = application.call.asks_demographics and not application.gave_demographics
    return is_asked and application.status in UNDECIDED and DemographicQuestion.objects.exists()


def withdraw(*, application: Application, at: datetime, why: str = "") -> None:
    """Withdraw ``application`` for its applicant, wherever it stands by now, and confirm it by letter.

    Raises ``IllegalMove`` where nothing is left to withdraw: also for who withdrew a moment before.
    """
    with transaction.atomic():
        current = locked(application)
        move(application=current, to=Status.WITHDRAWN, seen=current.status, actor=Actor.APPLICANT, at=at, why=why)
        tell(application=current, kind="withdrawn", subject="Your application is withdrawn", at=at)


def keep_in_mind(*, application: Application, wish: bool) -> None:
    """Note whether the applicant wants to be thought of for other openings."""
    # No error where it was deleted in this very moment.
    Application.objects.filter(pk=application.pk).update(keep_in_mind=wish)
