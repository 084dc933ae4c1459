from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CustomImage(AbstractImage):
    """A picture with who made it, and the words that stand in for it."""

    description = models.CharField(
        "default alt text",
        max_length=255,
        blank=True,
        default="",
        help_text="What the picture shows, for people who can't see it. Pages may say it in their own words.",
    )
    credit = models.CharField(
        max_length=255, blank=True, help_text="Who made the picture, as it should be printed below it."
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    @property
    def default_alt_text(self):
        """The editor's own words or nothing: a title made from a file name helps nobody."""
        return self.description


class CustomRendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
