"""What readers think of applications: written, changed, given up for a conflict; and asking for what is missing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.urls import reverse
from wagtail.log_actions import log

from home.models import AssociationSettings, User
from program.calls.enums import UNDECIDED, Recommendation, Status
from program.calls.log_actions import CONFLICT, LIFT, REMIND
from program.calls.models import Application, CallPage, Conflict, Reading, Score
from program.calls.reading_progress import Progress, progress_of
from program.calls.services import deciding
from program.letters.addresses import absolute
from program.letters.models import Letter
from program.letters.services.rendering import text_from_template
from program.letters.services.writing import write
from program.letters.words import Ours

REMINDER = "reading_reminder"


class NotTheirsToRead(Exception):
    """The application is not, or no longer, one that this reader may read: to them it does not exist."""


class NotTheirsToLift(Exception):
    """A conflict of interest is never lifted by the one who has it."""


class Decided(Exception):
    """A decision has been made; readings stay as they are."""


class Reminder(NamedTuple):
    """A letter to one reader, as it would go now."""

    reader: User
    subject: str
    text: str
    context: dict[str, Any]
    unique_key: str


def record(
    *,
    application: Application,
    reader: User,
    recommendation: Recommendation,
    scores: Mapping[str, int],
    comment: str,
    at: datetime,
) -> Reading:
    """Store what ``reader`` thinks of ``application``, in place of what they thought before.

    ``scores`` has a value from 1 to 5 for each criterion, by its name. The first reading of all moves a
    received application to “In review”. The application is locked meanwhile: of a reading and a conflict
    declared at once the conflict stays. Raises ``NotTheirsToRead`` or ``Decided`` and changes nothing.
    """
    with transaction.atomic():
        current = _locked_for(application, reader)
        if current.status not in UNDECIDED:
            raise Decided(current.get_status_display())
        reading, _ = Reading.objects.update_or_create(
            application=current,
            reader=reader,
            defaults={"recommendation": recommendation, "comment": comment, "at": at},
        )
        reading.scores.all().delete()
        Score.objects.bulk_create(Score(reading=reading, criterion=name, value=value) for name, value in scores.items())
        if current.status == Status.RECEIVED:
            deciding.move(application=current, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=reader, at=at)
    return reading


def declare_conflict(*, application: Application, reader: User, why: str, at: datetime) -> Conflict:
    """Record that ``reader`` can't be fair about ``application``, and close it to them from now on.

    What they wrote about it is deleted. The log says who and when, not why. Declaring it twice at once is
    declaring it once; raises ``NotTheirsToRead`` where it is not theirs to read, or was given up before.
    """
    with transaction.atomic():
        current = _locked_for(application, reader)
        conflict = Conflict.objects.create(application=current, reader=reader, why=why, at=at)
        Reading.objects.filter(application=current, reader=reader).delete()
        log(current, CONFLICT, user=reader, timestamp=at, title=current.reference)
    return conflict


def lift_conflict(*, conflict: Conflict, by: User, at: datetime) -> None:
    """Open an application again to the reader who gave it up by a slip. What they wrote before is gone.

    Raises ``NotTheirsToLift`` when it is the reader who asks.
    """
    if by == conflict.reader:
        raise NotTheirsToLift(conflict.pk)
    with transaction.atomic():
        application = conflict.application
        log(application, LIFT, user=by, timestamp=at, title=application.reference, data={"for": str(conflict.reader)})
        conflict.delete()


def reminders(*, call: CallPage, readers: Iterable[User], at: datetime) -> list[Reminder]:
    """The letters that ``remind`` would write to some of ``readers`` at ``at``. Nothing is written.

    Left out is whoever does not read for ``call``, has nothing left to read, has no e-mail address, or was
    reminded the same day.
    """
    association = AssociationSettings.load()
    day = association.local_date(at)
    asked = {reader.pk for reader in readers}
    found = {
        f"{REMINDER}:{call.pk}:{each.reader.pk}:{day}": each
        for each in progress_of(call)
        if each.reader.pk in asked and each.left and each.reader.email
    }
    written = set(Letter.objects.filter(unique_key__in=found).values_list("unique_key", flat=True))
    return [_reminder(call, each, key, association) for key, each in found.items() if key not in written]


def remind(*, call: CallPage, readers: Iterable[User], by: User, at: datetime) -> int:
    """Write the ``reminders`` and return how many; the log of the call says so, with who asked for it.

    Two who press at once write one letter: the unique key decides.
    """
    with transaction.atomic():
        found = reminders(call=call, readers=readers, at=at)
        for each in found:
            write(
                kind=REMINDER,
                to=each.reader.email,
                to_name=str(each.reader),
                subject=each.subject,
                context=each.context,
                at=at,
                unique_key=each.unique_key,
            )
        if found:
            log(call, REMIND, user=by, timestamp=at, data={"letters": len(found)})
    return len(found)


def _reminder(call: CallPage, progress: Progress, unique_key: str, association: AssociationSettings) -> Reminder:
    context = {
        "name": str(progress.reader),
        "call": Ours(call.title),
        "left": progress.left,
        "hear_by": call.hear_by,
        "address": Ours(absolute(reverse("reading:call", args=[call.pk]))),
    }
    return Reminder(
        reader=progress.reader,
        subject=f"Applications to read: {call.title}",
        text=text_from_template(f"letters/{REMINDER}.txt", context, names=[], association=association),
        context=context,
        unique_key=unique_key,
    )


def _locked_for(application: Application, reader: User) -> Application:
    """``application`` as it stands, locked, if ``reader`` may read it now. Raises ``NotTheirsToRead``."""
    # Locked before it is asked about, so that a conflict declared meanwhile is seen.
    current = Application.objects.select_for_update().select_related(None).filter(pk=application.pk).first()
    if current is None or not Application.objects.to_read_by(reader).filter(pk=current.pk).exists():
        raise NotTheirsToRead(application.pk)
    return current
