"""What several page types have in common. Mixins only: each carries its fields, its panels and
what search should know, and a page adds the lists up. There is no base page class of ours."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlock


class SummaryMixin(models.Model):
    """One or two sentences that stand for the page in lists, in search and in shared links."""

    summary = models.CharField(
        max_length=280,
        help_text="One or two sentences. Members see them in lists, in search results and in shared links.",
    )

    summary_panels = [FieldPanel("summary")]
    summary_search_fields = [index.SearchField("summary")]

    class Meta:
        abstract = True


class BodyMixin(models.Model):
    """The free part of a page, built from blocks."""

    body = StreamField(BodyBlock(), blank=True, help_text="Text, pictures and lists, in any order.")

    body_panels = [FieldPanel("body")]
    body_search_fields = [index.SearchField("body")]

    class Meta:
        abstract = True


class PictureMixin(models.Model):
    """A picture at the head of the page. Never published without words that stand in for it."""

    picture = models.ForeignKey("home.CustomImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    picture_alt = models.CharField(
        "alt text",
        max_length=255,
        blank=True,
        help_text="What the picture shows. Left empty, the picture's own default alt text is used.",
    )

    picture_panels = [MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading="Picture")]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.picture and not self.picture_alt_text:
            raise ValidationError(
                {"picture_alt": "Say what the picture shows, for people who can't see it. One sentence is enough."}
            )

    @property
    def picture_alt_text(self) -> str:
        return self.picture_alt or (self.picture.default_alt_text if self.picture else "")


class RoomMixin:
    """A page whose children are all of one type: the way to a child fetches it whole, in one query.

    The type is the first of ``subpage_types``; ``child_joins`` names what the child's page shows of other tables.
    """

    child_joins = ()

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        children = apps.get_model(self.subpage_types[0]).objects.child_of(self).select_related(*self.child_joins)
        child = children.filter(slug=path_components[0]).first()
        if child is None:
            raise Http404
        return child.route(request, path_components[1:])


class ContactMixin(models.Model):
    """A person to ask about this page; the association's own contact stands in when it is empty."""

    contact_name = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who answers questions about this page. Left empty, the association's contact is shown.",
    )
    contact_email = models.EmailField(blank=True, help_text="Shown in public.")

    contact_panels = [MultiFieldPanel([FieldPanel("contact_name"), FieldPanel("contact_email")], heading="Contact")]

    class Meta:
        abstract = True
