"""What stays for counting when answers are gone, and what was never kept together with them."""

import uuid

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from wagtail.admin.panels import FieldPanel

from home.enums import LibraryType
from program.calls.enums import Status


class DemographicQuestion(models.Model):
    """A question of the optional sheet, the same for every call that shows it."""

    label = models.CharField("question", max_length=255)
    choices = models.TextField(help_text="One on each line. “I would rather not say” is added by itself.")
    sort_order = models.PositiveSmallIntegerField("place in the list", default=100)

    panels = [FieldPanel("label"), FieldPanel("choices"), FieldPanel("sort_order")]

    class Meta:
        ordering = ["sort_order", "label"]
        verbose_name = "demographic question"

    def __str__(self):
        return self.label


class DemographicAnswer(models.Model):
    """One choice on the optional sheet. Nothing in it leads back to an application: no key, no time, no order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="demographic_answers")
    question = models.CharField(max_length=255)
    answer = models.CharField(max_length=255)

    def __str__(self):
        return f"{self.question}: {self.answer}"


class ApplicationCount(models.Model):
    """The thin row that stays when an application is deleted: what the report of a year counts, and no more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call = models.ForeignKey("calls.CallPage", null=True, on_delete=models.SET_NULL, related_name="counts")
    call_title = models.CharField(max_length=255)
    week = models.DateField(help_text="The Monday of the week it was received.")
    status = models.CharField(max_length=16, choices=Status)
    library_type = models.CharField(max_length=12, choices=LibraryType)
    region = models.CharField(max_length=80, blank=True)
    career_stage = models.CharField(max_length=80, blank=True)
    first_time = models.BooleanField(null=True)
    days_to_answer = models.PositiveSmallIntegerField(null=True)
    # Whether it was answered by the day its applicant was promised; None where none was promised, or none owed.
    heard_in_time = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index(fields=["week"], name="application_count_week")]

    def __str__(self):
        return f"{self.call_title}, week of {self.week}"


class CallSubscription(models.Model):
    """Somebody who asked to be told when a call opens. The row goes when they leave.

    Written by ``services.openings`` and by nothing else.
    """

    email = models.EmailField(unique=True)
    # Kinds of call they asked for; empty for every kind.
    kinds = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    # They know of every call that opened until then.
    told_until = models.DateTimeField(null=True, db_index=True)
    # Keyed digest of the address it was asked from, for limits alone.
    sender_digest = models.CharField(max_length=64, blank=True, db_index=True)

    links = GenericRelation("links.PersonalLink")
    letters = GenericRelation("letters.Letter")

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = "subscription"

    def __str__(self):
        return self.email
