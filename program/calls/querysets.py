"""Reads of calls and applications. Whatever depends on the time takes the clock."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models.functions import Coalesce
from wagtail.models import PageManager

from home.querysets import VisibleQuerySet
from program.calls.enums import UNDECIDED, Meetings, Status

if TYPE_CHECKING:
    from home.models import User

CLOSING_SOON = timedelta(days=7)
SHOULD_HAVE_MOVED = timedelta(minutes=10)


class CallQuerySet(VisibleQuerySet):
    def upcoming(self, at: datetime) -> "CallQuerySet":
        """Calls that have not opened at ``at``, the next to open first."""
        return self.filter(opens_at__gt=at).order_by("opens_at", "title")

    def accepting(self, at: datetime) -> "CallQuerySet":
        """Calls that take answers at ``at``, the next to close first. The closing second is in time."""
        return self.filter(opens_at__lte=at, closes_at__gte=at).order_by("closes_at", "title")

    def not_closed(self, at: datetime) -> "CallQuerySet":
        """Calls that take answers at ``at`` or will; the next to close first."""
        return self.filter(closes_at__gte=at).order_by("closes_at", "title")

    def closing_soon(self, at: datetime) -> "CallQuerySet":
        """Calls that take answers at ``at`` and close within a week of it."""
        return self.accepting(at).filter(closes_at__lte=at + CLOSING_SOON)

    def closed(self, at: datetime) -> "CallQuerySet":
        """Calls that closed before ``at``, the latest to close first."""
        return self.filter(closes_at__lt=at).order_by("-closes_at", "title")

    def owing_an_answer(self, on: date) -> "CallQuerySet":
        """Calls whose applicants should have heard before ``on`` while some wait without a decision."""
        return self.filter(hear_by__lt=on, applications__status__in=UNDECIDED).distinct()

    def read_by(self, user: "User") -> "CallQuerySet":
        """Calls that ``user`` reads for, each with ``left`` and ``done``; those with something left first, by day."""
        theirs = _applications().to_read_by(user).filter(call=models.OuterRef("pk"))
        return (
            self.filter(readers__user=user)
            .annotate(
                left=_count(_applications().left_to(user).filter(call=models.OuterRef("pk")), "call"),
                done=_count(theirs.filter(readings__reader=user), "call"),
            )
            .order_by(models.Case(models.When(left=0, then=1), default=0), models.F("hear_by").asc(nulls_last=True))
        )

    def being_read(self) -> "CallQuerySet":
        """Calls that have readers, each with how many, and how many applications are undecided and unread."""
        undecided = _applications().undecided().filter(call=models.OuterRef("pk"))
        return (
            self.filter(readers__isnull=False)
            .annotate(
                reader_count=models.Count("readers", distinct=True),
                undecided_count=_count(undecided, "call"),
                unread_count=_count(undecided.filter(readings=None), "call"),
            )
            .order_by(models.F("hear_by").desc(nulls_first=True), "title")
        )

    def with_pending(self) -> "CallQuerySet":
        """Calls with decisions that nobody has announced, each with how many (``pending_count``)."""
        pending = _applications().pending().filter(call=models.OuterRef("pk"))
        calls = self.annotate(pending_count=_count(pending, "call"))
        return calls.filter(pending_count__gt=0).order_by("closes_at", "title")

    def matching(self, filters: dict) -> "CallQuerySet":
        """Calls that match every filter given; ``filters`` is what ``CallFilterForm.chosen`` holds."""
        calls = self
        if "kind" in filters:
            calls = calls.filter(kind=filters["kind"])
        if "newcomers" in filters:
            calls = calls.filter(newcomers_welcome=True)
        if "virtual" in filters:
            calls = calls.filter(meetings=Meetings.VIRTUAL)
        return calls


def _applications() -> "ApplicationQuerySet":
    return apps.get_model("calls", "Application").objects.all()


def _count(rows: models.QuerySet, by: str) -> Coalesce:
    """How many ``rows`` belong to the row outside by their field ``by``; without a join, so counts don't multiply."""
    counted = rows.order_by().values(by).annotate(number=models.Count("pk", distinct=True))
    return Coalesce(models.Subquery(counted.values("number")), 0)


CallManager = PageManager.from_queryset(CallQuerySet)


class ApplicationQuerySet(models.QuerySet):
    def waiting(self) -> "ApplicationQuerySet":
        """Applications that nobody has done anything about, the oldest first."""
        return self.filter(status=Status.RECEIVED).order_by("received_at")

    def pending(self) -> "ApplicationQuerySet":
        """Applications with a decision that nobody has announced, in the order of their coming."""
        announced = apps.get_model("calls", "AnnouncedDecision").objects.waiting()
        under_way = models.Exists(announced.filter(application=models.OuterRef("pk")))
        return self.exclude(pending_status="").exclude(under_way).order_by("received_at", "pk")

    def for_the_register(self) -> "ApplicationQuerySet":
        """Each with how often it was read (``reading_count``) and whether a reader declared a conflict."""
        readings = apps.get_model("calls", "Reading").objects.filter(application=models.OuterRef("pk"))
        conflicts = apps.get_model("calls", "Conflict").objects.filter(application=models.OuterRef("pk"))
        return self.annotate(reading_count=_count(readings, "application"), has_conflict=models.Exists(conflicts))

    def undecided_and_not_pending(self) -> "ApplicationQuerySet":
        """Applications that wait for a decision, and none is pending."""
        return self.undecided().filter(pending_status="")

    def holding_a_place(self) -> "ApplicationQuerySet":
        """Applications with a place that is offered or accepted."""
        return self.filter(status__in=[Status.OFFERED, Status.ACCEPTED])

    def offers_over(self, at: datetime) -> "ApplicationQuerySet":
        """Offers that were not answered before ``at``, their last moment past."""
        return self.filter(status=Status.OFFERED, offer_until__lt=at)

    def undecided(self) -> "ApplicationQuerySet":
        """Applications that are still being read and talked about."""
        return self.filter(status__in=UNDECIDED)

    def open_to(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        """Without those that are closed to ``user`` whatever their rights: their own, and those of a conflict.

        Somebody's own application is one under the e-mail address of their account.
        """
        applications = self.exclude(conflicts__reader=user.pk)
        email = getattr(user, "email", "")
        return applications.exclude(email__iexact=email) if email else applications

    def closed_to(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        """Those that ``open_to`` leaves out."""
        return self.exclude(pk__in=_applications().open_to(user).values("pk"))

    def to_read_by(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        """What ``user`` reads as a reader: answers to their calls, without withdrawn ones and those closed to them."""
        if not user.is_active:
            return self.none()
        return self.open_to(user).filter(call__in=user.reads_for.values("page")).exclude(status=Status.WITHDRAWN)

    def readable_by(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        """What ``user`` may read at all: with the permission all that is open to them, else what they read for."""
        return self.open_to(user) if user.has_perm("calls.view_application") else self.to_read_by(user)

    def left_to(self, user: "User") -> "ApplicationQuerySet":
        """What ``user`` has still to read: theirs to read, undecided, and without a reading of theirs."""
        return self.to_read_by(user).undecided().exclude(readings__reader=user.pk)

    def with_verdicts_hidden_from(self, user: "User") -> "ApplicationQuerySet":
        """Those of which ``user``, a reader of their call, sees no verdict of others: their own is not in."""
        return self.filter(call__in=user.reads_for.values("page")).exclude(readings__reader=user.pk)

    def with_reading_by(self, user: "User") -> "ApplicationQuerySet":
        """Each with ``read_at``, when ``user`` last wrote what they think of it; None where they have not."""
        own = apps.get_model("calls", "Reading").objects.filter(application=models.OuterRef("pk"), reader=user)
        return self.annotate(read_at=models.Subquery(own.values("at")[:1]))

    def fewest_readings_first(self) -> "ApplicationQuerySet":
        """Each with ``reading_count``; those that fewest have read come first, the earliest received among equals."""
        return self.annotate(reading_count=models.Count("readings", distinct=True)).order_by(
            "reading_count", "received_at", "pk"
        )

    def asking_for_deletion(self) -> "ApplicationQuerySet":
        """Applications whose applicants asked for deletion, the longest waiting first."""
        return self.filter(deletion_asked_at__isnull=False).order_by("deletion_asked_at", "pk")

    def due_for_deletion(self, on: date) -> "ApplicationQuerySet":
        """Applications whose last day was before ``on``, the longest due first."""
        return self.filter(keep_until__lt=on).order_by("keep_until", "pk")


class AnnouncementQuerySet(models.QuerySet):
    def standing_still(self, at: datetime) -> "AnnouncementQuerySet":
        """Announcements begun or last moved over ten minutes before ``at`` that are not finished."""
        unfinished = self.filter(finished_at=None, begun_at__lt=at - SHOULD_HAVE_MOVED)
        return unfinished.exclude(decisions__done_at__gte=at - SHOULD_HAVE_MOVED)


class AnnouncedDecisionQuerySet(models.QuerySet):
    def waiting(self) -> "AnnouncedDecisionQuerySet":
        """Decisions begun to be announced and neither told yet nor left out."""
        return self.filter(done_at=None, left_out="")


class DraftQuerySet(models.QuerySet):
    def expired(self, at: datetime) -> "DraftQuerySet":
        """Drafts whose time is over at ``at``."""
        return self.filter(expires_at__lte=at)
