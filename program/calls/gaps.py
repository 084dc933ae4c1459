"""What of calls and applications does not fit together, for ``manage.py reconcile``. Names nobody."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from home.models import AssociationSettings
from program.calls.answer_files import naming_files
from program.calls.enums import Status
from program.calls.models import Announcement, Application, CallPage, Draft, StatusChange
from program.calls.services.receipts import RECEIPT
from program.files.models import PrivateFile
from program.letters.models import Letter
from program.letters.services.forgetting import KEPT as LETTERS_KEPT

# What a chore should have seen to by now: each has a turn within the hour.
PATIENCE = timedelta(days=1)
ANNOUNCING_TAKES = timedelta(hours=1)
BATCH = 500


def gaps(*, at: datetime) -> list[str]:
    """What does not fit together, a sentence each; none where all is well."""
    return [
        *_without_receipt(at),
        *_lost_files(),
        *_kept_too_long(at),
        *_drafts(at),
        *_announcements(at),
        *_statuses(),
        *_calls(),
    ]


def _without_receipt(at: datetime) -> Iterator[str]:
    """Letters go after two years, so older answers may be without."""
    younger = Application.objects.filter(received_at__gt=at - LETTERS_KEPT)
    about = {"content_type": ContentType.objects.get_for_model(Application), "object_id__isnull": False}
    told = Letter.objects.filter(kind=RECEIPT, **about)
    for reference in younger.exclude(pk__in=told.values("object_id")).values_list("reference", flat=True):
        yield f"Application {reference} has no letter that says it was received."


def _lost_files() -> Iterator[str]:
    """Answers that name a file which does not belong to their application."""
    owned = PrivateFile.objects.filter(content_type=ContentType.objects.get_for_model(Application))
    pairs = set(owned.values_list("object_id", "pk"))
    kept = Application.objects.order_by("pk").values_list("pk", "reference", "answers", "later_answers")
    for pk, reference, answers, later in kept.iterator(chunk_size=BATCH):
        for answer in naming_files([*answers, *later]):
            if (pk, int(answer["answer"])) not in pairs:
                yield f"Application {reference} names the file {answer['answer']}, which is not attached to it."


def _kept_too_long(at: datetime) -> Iterator[str]:
    late = AssociationSettings.load().local_date(at - PATIENCE)
    for reference, day in Application.objects.due_for_deletion(on=late).values_list("reference", "keep_until"):
        yield f"Application {reference} was to be deleted after {day} and is still there."
    for reference in Application.objects.filter(keep_until=None).values_list("reference", flat=True):
        yield f"Application {reference} has no last day, so nothing will delete it."


def _drafts(at: datetime) -> Iterator[str]:
    for pk in Draft.objects.expired(at - PATIENCE).values_list("pk", flat=True):
        yield f"Draft {pk} has expired and is still there."


def _announcements(at: datetime) -> Iterator[str]:
    stuck = Announcement.objects.filter(finished_at=None, begun_at__lt=at - ANNOUNCING_TAKES)
    for pk, title in stuck.values_list("pk", "call__title"):
        yield f"Announcement {pk} of “{title}” began over an hour ago and is not finished."


def _statuses() -> Iterator[str]:
    """Everybody begins as received; what follows is written down as it happens."""
    last = StatusChange.objects.filter(application=OuterRef("pk")).order_by("-at", "-pk").values("to_status")[:1]
    said = Application.objects.annotate(said=Coalesce(Subquery(last), Value(Status.RECEIVED.value)))
    for application in said.exclude(status=F("said")):
        yield (
            f"Application {application.reference} is “{application.get_status_display()}”, "
            f"but its history ends with “{Status(application.said).label}”."
        )


def _calls() -> Iterator[str]:
    for title in CallPage.objects.live().filter(Q(opens_at=None) | Q(closes_at=None)).values_list("title", flat=True):
        yield f"The call “{title}” is published without the day it opens or closes."
