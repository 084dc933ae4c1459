"""The rows that editors keep and choose from: topics, career stages, regions, channels."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from home.validators import validate_share_address

__all__ = ["CareerStage", "Channel", "Region", "Topic"]


class Choice(models.Model):
    """A row in one of the editors' lists, in the order they give it."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True, help_text="How the choice appears in web addresses.")
    sort_order = models.PositiveSmallIntegerField(
        "place in the list", default=100, help_text="Small numbers come first; equal ones go by the alphabet."
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]

    class Meta:
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name


class Topic(Choice):
    """A service area a spotlight is about: story time, outreach, collections."""

    class Meta(Choice.Meta):
        verbose_name = "topic"


class CareerStage(Choice):
    """Where somebody stands in a library career, in the association's own words."""

    class Meta(Choice.Meta):
        verbose_name = "career stage"


class Region(Choice):
    """A library system or region of the state."""

    class Meta(Choice.Meta):
        verbose_name = "library system or region"
        verbose_name_plural = "library systems and regions"


class Channel(models.Model):
    """Somewhere members carry news to: a listserv, a network, a blog that takes guest posts."""

    name = models.CharField(max_length=80, unique=True)
    share_address = models.CharField(
        max_length=500,
        blank=True,
        help_text=(
            "The channel's own share page, with {url} and {text} where the link and the words go: "
            "https://example.org/share?url={url}&text={text}. Left empty, readers get words to copy instead."
        ),
    )
    note = models.CharField(
        max_length=255, blank=True, help_text="What to know before posting there, for instance “plain text only”."
    )
    sort_order = models.PositiveSmallIntegerField("place in the list", default=100)

    panels = [FieldPanel("name"), FieldPanel("share_address"), FieldPanel("note"), FieldPanel("sort_order")]

    class Meta:
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    def clean(self):
        """Refuse a share address that is no web address: it becomes a link on public pages."""
        if self.share_address:
            validate_share_address(self.share_address)
