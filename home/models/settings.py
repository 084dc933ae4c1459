from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from home.enums import AssociationTimeZone
from home.fields import RichTextField


def default_time_zone():
    return settings.TIME_ZONE


@register_setting(icon="home", order=1)
class AssociationSettings(BaseGenericSetting):
    """Who the association is, and the one time zone its deadlines are kept in."""

    association_name = models.CharField(
        max_length=120, default="Our State Library Association", help_text="In full, as it stands in the footer."
    )
    program_name = models.CharField(
        max_length=80, default="Pay It Forward", help_text="The name of this site, at the top of every page."
    )
    state = models.CharField(max_length=60, blank=True, help_text="As in “a colleague across …”.")
    logo = models.ForeignKey("home.CustomImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    time_zone = models.CharField(
        max_length=40,
        choices=AssociationTimeZone,
        default=default_time_zone,
        help_text="Every opening and closing time is written, shown and judged in this zone.",
    )
    contact_name = models.CharField(
        max_length=120, blank=True, help_text="A person or an office; shown wherever help is offered."
    )
    contact_email = models.EmailField(blank=True)
    address = models.TextField("postal address", blank=True)
    footer = RichTextField(
        blank=True,
        features=["bold", "italic", "link"],
        help_text="A few words at the foot of every page: who pays for this, where to find the association.",
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("association_name"),
                    FieldPanel("program_name"),
                    FieldPanel("state"),
                    FieldPanel("logo"),
                    FieldPanel("time_zone"),
                ],
                heading="Association",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("contact_name"), FieldPanel("contact_email"), FieldPanel("address")],
                        heading="Somebody to ask",
                    ),
                    FieldPanel("footer"),
                ],
                heading="Contact and footer",
            ),
        ]
    )

    select_related = ["logo"]

    class Meta:
        verbose_name = "Association"

    def __str__(self):
        return self.association_name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def zone_name(self) -> str:
        """What readers see after a time: “Central”."""
        return self.get_time_zone_display()

    def local_date(self, moment: datetime) -> date:
        """The day that an aware ``moment`` falls on where the association is."""
        return moment.astimezone(self.zone).date()
