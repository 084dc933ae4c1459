"""Deleting: when the time that was promised is over, and when somebody asks for it.

Every step can be repeated: what was killed halfway is found again by the next round, which ends it.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from wagtail.log_actions import log, registry

from home.models import AssociationSettings, User
from program.calls import counting
from program.calls.enums import DeletionReason, Status
from program.calls.log_actions import DELETE
from program.calls.models import Application, ApplicationCount, Appointment, CallPage, Draft, LateCode, NameForward
from program.calls.services import appointing
from program.calls.services.terms import keep_until
from program.files.models import PrivateFile
from program.files.services import shred
from program.letters.enums import LetterState
from program.letters.models import Letter
from program.links.models import PersonalLink

logger = logging.getLogger(__name__)

# What is written to somebody whose application is deleted: the last that holds their name and address.
LAST_LETTER = "application_deleted"
LAST_LETTER_KEPT = timedelta(days=7)


def delete_application(
    *, application: Application, at: datetime, why: DeletionReason, by: User | None = None
) -> ApplicationCount | None:
    """Delete ``application`` with everything that tells of its applicant, and return the thin row that stays.

    Gone are the row, its answers, files, letters, links, readings, conflicts, history, who looked at it,
    its late code and the words it was put forward with, and what versions of the call said of it. A name
    published with a yes stays. Files go first: a row without its file is found and deleted again, a
    file without a row would be found by nobody who waits for it. None when another was faster.
    """
    shred(_files_of(application))
    with transaction.atomic():
        current = Application.objects.select_for_update().filter(pk=application.pk).first()
        if current is None:
            return None
        count = _count(current, at)
        _forget_appointment(current)
        beside = [current.forward, current.late_code, *Draft.objects.filter(secret_digest=current.secret_digest)]
        for row in filter(None, beside):
            delete_with_traces(row)
        log(current.call, DELETE, user=by, timestamp=at, data={"reference": current.reference, "why": why.label})
        delete_with_traces(current)
    return count


def delete_due(at: datetime, limit: int = 200) -> Counter[str]:
    """Delete what has been kept as long as was promised, and drafts whose time is over. A chore of the worker.

    At most ``limit`` of each kind; the rest has its turn at the next round. One that can't be deleted is
    written into the log and holds up nothing else. The letter that tells somebody of it goes once it is
    sent, and after a week in any case. Returns how many of each kind went.
    """
    association = AssociationSettings.load()
    today = association.local_date(at)
    done: Counter[str] = Counter()
    for application in Application.objects.due_for_deletion(on=today)[:limit]:
        with _holding_up_nothing(application):
            gone = delete_application(application=application, at=at, why=DeletionReason.TIME_OVER)
            done["applications"] += gone is not None
    over = [call for call in CallPage.objects.closed(at=at) if keep_until(call, association) < today]
    for kind, due in (
        ("drafts", Draft.objects.expired(at)),
        ("names put forward", NameForward.objects.filter(call__in=over)),
        ("late codes", LateCode.objects.filter(call__in=over)),
    ):
        for row in due[:limit]:
            with _holding_up_nothing(row):
                delete_with_traces(row)
                done[kind] += 1
    last = Letter.objects.filter(kind=LAST_LETTER)
    last.filter(Q(state=LetterState.SENT) | Q(written_at__lt=at - LAST_LETTER_KEPT)).delete()
    return done


def delete_with_traces(row: models.Model) -> None:
    """Delete ``row`` with its files, the letters about it, the links to it and what the log says of it."""
    shred(_files_of(row))
    with transaction.atomic():
        about = {"content_type": ContentType.objects.get_for_model(row), "object_id": row.pk}
        Letter.objects.filter(**about).delete()
        PersonalLink.objects.leading_to(row).delete()
        registry.get_logs_for_instance(row).delete()
        row.delete()


def _files_of(row: models.Model) -> models.QuerySet[PrivateFile]:
    """What belongs to ``row``, and what was uploaded into its form and belongs to nothing yet."""
    holder = getattr(row, "secret_digest", "")
    left = PrivateFile.objects.unattached().held_by(holder) if holder else PrivateFile.objects.none()
    return PrivateFile.objects.of(row) | left


def _count(application: Application, at: datetime) -> ApplicationCount:
    """Write the thin row for ``application``: the week it came in, not the day."""
    association = AssociationSettings.load()
    answer = application.status_changes.filter(to_status__in=counting.ANSWERS).order_by("at").first()
    return ApplicationCount.objects.create(
        call=application.call,
        call_title=application.call.title,
        week=counting.monday_of(application.received_at, association),
        status=application.status,
        library_type=application.library_type,
        region=application.region.name if application.region else "",
        career_stage=application.career_stage.name if application.career_stage else "",
        first_time=application.first_time,
        days_to_answer=counting.days_to_answer(application.received_at, answer.at if answer else None),
        heard_in_time=counting.heard_in_time(
            application.terms.get("hear_by"),
            association.local_date(answer.at) if answer else None,
            waits=application.status != Status.WITHDRAWN,
            today=association.local_date(at),
        ),
    )


def _forget_appointment(application: Application) -> None:
    """Take the name out of every version of the call, unless it is published with its owner's yes."""
    named = Appointment.objects.filter(application=application, said_yes_on__isnull=False)
    if application.status == Status.ACCEPTED and not named.exists():
        appointing.take_back(application=application)


@contextmanager
def _holding_up_nothing(row: models.Model) -> Iterator[None]:
    try:
        yield
    except Exception:
        # Its key and nothing of what it says.
        logger.exception("%s %s could not be deleted and is tried again", row._meta.verbose_name, row.pk)
