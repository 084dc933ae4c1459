from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class CallReader(models.Model):
    """An account that may read the answers to one call.

    No part of the page: a draft, a copy or an older version of a call must never open answers.
    """

    page = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="readers", verbose_name="call")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="reads_for",
        verbose_name="account",
        limit_choices_to={"is_active": True},
        help_text="Somebody in the group “Call readers”, who sees the answers to this call and to no other.",
    )

    panels = [FieldPanel("page"), FieldPanel("user")]

    class Meta:
        ordering = ["page", "user"]
        verbose_name = "reader"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "user"],
                name="one_reader_per_call_and_account",
                violation_error_message="This account reads for this call already.",
            )
        ]

    def __str__(self):
        return f"{self.user}, for {self.page}"


class Appointment(Orderable):
    """Somebody appointed through a call; named in public only after their own yes."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="appointments")
    name = models.CharField(max_length=120, help_text="As the person wishes to be named.")
    library = models.CharField(max_length=120, blank=True)
    said_yes_on = models.DateField(
        "said yes on", null=True, blank=True, help_text="The day they agreed to be named here. Empty: not shown."
    )

    # The application whose accepted offer put the name here; empty for a name that an editor wrote.
    application = models.ForeignKey(
        "calls.Application", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [FieldPanel("name"), FieldPanel("library"), FieldPanel("said_yes_on")]

    class Meta(Orderable.Meta):
        verbose_name = "appointment"

    def __str__(self):
        return self.name
