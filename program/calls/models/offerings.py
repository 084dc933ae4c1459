"""What belongs to a call and is edited with it: groups to choose from, criteria, words of its letters."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from program.calls.enums import LETTER_STATUSES
from program.calls.validators import validate_letter_text


class SeatGroup(Orderable):
    """One of several groups or seats that a single call fills; applicants rank them."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="seat_groups")
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=255, blank=True, help_text="One line: what this one does, or how it differs.")

    panels = [FieldPanel("name"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = "group or seat"

    def __str__(self):
        return self.name


class Criterion(Orderable):
    """Something readers score from 1 to 5."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(max_length=80, help_text="For instance “Has tried it in a small library”.")
    description = models.CharField(max_length=255, blank=True, help_text="What a 5 looks like, and what a 1.")

    panels = [FieldPanel("name"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = "criterion"
        verbose_name_plural = "criteria"

    def __str__(self):
        return self.name


class LetterText(Orderable):
    """The editor's own words in the letter that tells of one decision of one call."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="letter_texts")
    status = models.CharField("letter for", max_length=16, choices=LETTER_STATUSES)
    text = models.TextField(
        "words",
        max_length=4_000,
        help_text="Plain text. {name}, {call}, {reference}, {hear_by} and {answer_by} are filled in for each person.",
    )

    panels = [FieldPanel("status"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = "letter"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "status"],
                name="one_letter_text_per_call_and_status",
                violation_error_message="This call has words for that letter already.",
            )
        ]

    def __str__(self):
        return self.get_status_display()

    def clean(self):
        super().clean()
        validate_letter_text(self)
