from django.conf import settings
from django.db import models

from program.calls.enums import LETTER_STATUSES
from program.calls.querysets import AnnouncedDecisionQuerySet, AnnouncementQuerySet


class Announcement(models.Model):
    """The pending decisions of a call, announced together. Carried out by the worker, a few at a time.

    Begun by ``services.announcing.begin``; its progress is counted from its rows.
    """

    call = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="announcements")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    # The editors' words as they were shown before it began, by status: what was shown is what goes.
    words = models.JSONField(default=dict)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self):
        return f"Announcement for {self.call}"


class AnnouncedDecision(models.Model):
    """One application in an announcement: waiting, done, or left out with the reason."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="decisions")
    application = models.ForeignKey("calls.Application", on_delete=models.CASCADE, related_name="announced")
    status = models.CharField(max_length=16, choices=LETTER_STATUSES)
    done_at = models.DateTimeField(null=True)
    left_out = models.CharField(max_length=255, blank=True)

    objects = AnnouncedDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["announcement", "application"], name="one_decision_per_announcement")
        ]

    def __str__(self):
        return str(self.application)
