from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class CallReader(Orderable):
    """An account that may read the answers to one call."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reads_for")

    panels = [FieldPanel("user")]

    class Meta(Orderable.Meta):
        verbose_name = "reader"

    def __str__(self):
        return str(self.user)


class Appointment(Orderable):
    """Somebody appointed through a call; named in public only after their own yes."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="appointments")
    name = models.CharField(max_length=120, help_text="As the person wishes to be named.")
    library = models.CharField(max_length=120, blank=True)
    said_yes_on = models.DateField(
        "said yes on", null=True, blank=True, help_text="The day they agreed to be named here. Empty: not shown."
    )

    panels = [FieldPanel("name"), FieldPanel("library"), FieldPanel("said_yes_on")]

    class Meta(Orderable.Meta):
        verbose_name = "appointment"

    def __str__(self):
        return self.name
