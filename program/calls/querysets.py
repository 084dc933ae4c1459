"""Reads of calls and applications. Whatever depends on the time takes the clock."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from wagtail.models import PageManager

from home.querysets import VisibleQuerySet
from program.calls.enums import Meetings, Status

if TYPE_CHECKING:
    from home.models import User

CLOSING_SOON = timedelta(days=7)


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
        undecided = [Status.RECEIVED, Status.IN_REVIEW, Status.SHORTLISTED]
        return self.filter(hear_by__lt=on, applications__status__in=undecided).distinct()

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

    def offers_over(self, at: datetime) -> "ApplicationQuerySet":
        """Offers that were not answered before ``at``, their last moment past."""
        return self.filter(status=Status.OFFERED, offer_until__lt=at)

    def readable_by(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        """What ``user`` may read: all with the permission for it, else those of the calls they read for."""
        if user.has_perm("calls.view_application"):
            return self
        if not user.is_active:
            return self.none()
        return self.filter(call__in=user.reads_for.values("page"))

    def asking_for_deletion(self) -> "ApplicationQuerySet":
        """Applications whose applicants asked for deletion, the longest waiting first."""
        return self.filter(deletion_asked_at__isnull=False).order_by("deletion_asked_at", "pk")

    def due_for_deletion(self, on: date) -> "ApplicationQuerySet":
        """Applications whose last day was before ``on``, the longest due first."""
        return self.filter(keep_until__lt=on).order_by("keep_until", "pk")


class AnnouncedDecisionQuerySet(models.QuerySet):
    def waiting(self) -> "AnnouncedDecisionQuerySet":
        """Decisions begun to be announced and neither told yet nor left out."""
        return self.filter(done_at=None, left_out="")


class DraftQuerySet(models.QuerySet):
    def alive(self, at: datetime) -> "DraftQuerySet":
        """Drafts that can be gone back to at ``at``."""
        return self.filter(expires_at__gt=at)

    def expired(self, at: datetime) -> "DraftQuerySet":
        """Drafts whose time is over at ``at``."""
        return self.filter(expires_at__lte=at)
