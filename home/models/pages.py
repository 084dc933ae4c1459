from django.http import Http404
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import WaysBlock
from home.fields import RichTextField
from home.models.base import BodyMixin, PictureMixin, SummaryMixin
from home.navigation import rooms


class HomePage(PictureMixin, BodyMixin, Page):
    """The front door: what this is, what is open, who is in the light, what one can do today."""

    introduction = RichTextField(
        features=["bold", "italic", "link"],
        blank=True,
        help_text="What the program is, in two or three sentences, right under the headline.",
    )
    ways = StreamField(
        WaysBlock(),
        blank=True,
        help_text="The ways to pay it forward. Each is one line and one door to where it is done.",
    )

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    content_panels = [
        FieldPanel("title", heading="Headline"),
        FieldPanel("introduction"),
        *PictureMixin.picture_panels,
        FieldPanel("ways"),
        *BodyMixin.body_panels,
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), *BodyMixin.body_search_fields]

    class Meta:
        verbose_name = "home page"

    def route(self, request, path_components):
        """Find the room by what navigation reads anyway, which spares every page below a query."""
        if not path_components:
            return super().route(request, path_components)
        room = next((room for room in rooms(request) if room.slug == path_components[0]), None)
        if room is None:
            raise Http404
        # Below a room only its place in the tree matters, which is known; its own fields would cost a query.
        room = room.specific_deferred if path_components[1:] else room.specific
        return room.route(request, path_components[1:])


class StandardPage(SummaryMixin, PictureMixin, BodyMixin, Page):
    """A page of text: about the program, privacy, help."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    content_panels = [
        *Page.content_panels,
        *SummaryMixin.summary_panels,
        *PictureMixin.picture_panels,
        *BodyMixin.body_panels,
    ]
    search_fields = [
        *Page.search_fields,
        *SummaryMixin.summary_search_fields,
        *BodyMixin.body_search_fields,
    ]

    class Meta:
        verbose_name = "standard page"
