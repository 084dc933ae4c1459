from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from spotlights.enums import NameForm
from spotlights.validators import validate_consent


class SpotlightColleague(Orderable):
    """A colleague in the light, with the record of their yes. The record is never shown in public."""

    page = ParentalKey("spotlights.SpotlightPage", on_delete=models.CASCADE, related_name="colleagues")
    name = models.CharField(max_length=120, help_text="As they wish to be named: in full, first name, initials.")
    job_title = models.CharField(max_length=120, blank=True)
    library = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True, help_text="Shown only with their yes to the town.")

    name_form = models.CharField("name they agreed to", max_length=8, choices=NameForm, default=NameForm.FULL)
    consents_to_text = models.BooleanField("yes to the text", default=False)
    consents_to_photo = models.BooleanField("yes to photos", default=False)
    consents_to_town = models.BooleanField("yes to naming the town", default=False)
    channels = models.CharField(
        "channels they agreed to", max_length=255, blank=True, help_text="For instance “this site, the listserv”."
    )
    consented_on = models.DateField("said yes on", null=True, blank=True)
    withdrawn_on = models.DateField("withdrew on", null=True, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("job_title"),
                FieldPanel("library"),
                FieldPanel("town"),
            ],
            heading="Who they are",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("consented_on"), FieldPanel("withdrawn_on")]),
                FieldPanel("consents_to_text"),
                FieldPanel("name_form"),
                FieldPanel("consents_to_photo"),
                FieldPanel("consents_to_town"),
                FieldPanel("channels"),
            ],
            heading="Their yes, in writing",
            help_text="Kept with the spotlight and never shown. It can't be published before this is filled in.",
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "colleague"

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        validate_consent(self)

    @property
    def has_consented(self) -> bool:
        """Whether their yes to the text is recorded and stands."""
        return bool(self.consents_to_text and self.consented_on and not self.withdrawn_on)

    @property
    def public_town(self) -> str:
        return self.town if self.consents_to_town else ""

    @property
    def initials(self) -> str:
        """At most two letters for the drawn mark that stands in for a photo."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
