from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import PictureBlock, StepsBlock
from home.enums import LibrarySize, LibraryType
from home.fields import RichTextField
from home.models.base import PictureMixin, RoomMixin, SummaryMixin
from spotlights.admin_forms import SpotlightPageForm
from spotlights.blocks import LinkBlock
from spotlights.enums import ContactWay
from spotlights.querysets import SpotlightManager
from spotlights.validators import validate_everyone_consented

RICH = ["bold", "italic", "ul", "ol", "link"]


class SpotlightIndexPage(RoomMixin, SummaryMixin, Page):
    """All spotlights, the newest first, to be browsed by topic, region, kind and size of library."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["spotlights.SpotlightPage"]
    child_joins = ("picture", "region", "career_stage")
    max_count = 1

    content_panels = [*Page.content_panels, *SummaryMixin.summary_panels]
    search_fields = [*Page.search_fields, *SummaryMixin.summary_search_fields]

    class Meta:
        verbose_name = "spotlight list"

    def serve(self, request, *args, **kwargs):
        from spotlights.views import spotlight_list  # views read the models of this module

        return spotlight_list(request, self)


class SpotlightPage(SummaryMixin, PictureMixin, Page):
    """What a colleague does, told by somebody who noticed, with the colleague's yes."""

    date = models.DateField(default=timezone.localdate, help_text="Shown on the page; the newest come first.")
    discovered = RichTextField(
        "what they discovered", features=RICH, help_text="The idea and how it came about. The colleague comes first."
    )
    steps = StreamField(
        [("steps", StepsBlock())],
        blank=True,
        max_num=1,
        help_text="What somebody else would do, one thing in each step.",
    )
    cost = models.CharField(max_length=80, blank=True)
    time = models.CharField(max_length=80, blank=True, help_text="To set up, and to keep going.")
    staff = models.CharField(max_length=80, blank=True)
    audience = models.CharField(max_length=80, blank=True)
    what_happened = RichTextField(blank=True, features=RICH)
    how_to_try_it = RichTextField(blank=True, features=RICH)
    built_on = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="built_upon",
        help_text="An earlier spotlight this idea grew from.",
    )
    built_on_credit = models.CharField(
        "built on, in words",
        max_length=255,
        blank=True,
        help_text="Whoever else deserves the credit for what came before.",
    )
    links = StreamField([("link", LinkBlock())], blank=True)
    photos = StreamField([("picture", PictureBlock())], blank=True, help_text="More pictures, below the story.")

    finder_name = models.CharField(
        "who shines the light", max_length=120, help_text="The person who noticed, as they wish to be named."
    )
    finder_job_title = models.CharField("their job title", max_length=120, blank=True)
    finder_library = models.CharField("their library", max_length=120, blank=True)
    how_they_know_each_other = models.CharField(max_length=160, blank=True)

    topics = ParentalManyToManyField("home.Topic", blank=True, related_name="+")
    career_stage = models.ForeignKey(
        "home.CareerStage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    region = models.ForeignKey("home.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    library_type = models.CharField(max_length=12, choices=LibraryType, default=LibraryType.PUBLIC)
    library_size = models.CharField(max_length=8, choices=LibrarySize, blank=True)

    contact_way = models.CharField(
        "how the colleague may be asked", max_length=12, choices=ContactWay, default=ContactWay.ASSOCIATION
    )
    contact_detail = models.CharField(
        "address to show", max_length=160, blank=True, help_text="Only for “By an address shown on the page”."
    )
    review_by = models.DateField(
        null=True, blank=True, help_text="When to ask whether it still holds. Members don't see this day."
    )

    objects = SpotlightManager()

    base_form_class = SpotlightPageForm
    # A yes is to one text: a copy begins without the people who gave it.
    exclude_fields_in_copy = ["colleagues"]
    parent_page_types = ["spotlights.SpotlightIndexPage"]
    subpage_types = []

    search_fields = [
        *Page.search_fields,
        *SummaryMixin.summary_search_fields,
        index.SearchField("discovered"),
        index.SearchField("steps"),
        index.SearchField("what_happened"),
        index.SearchField("how_to_try_it"),
        index.SearchField("finder_name"),
        index.RelatedFields("colleagues", [index.SearchField("name", boost=1.5), index.SearchField("library")]),
        index.RelatedFields("topics", [index.SearchField("name")]),
        index.FilterField("date"),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title", heading="Headline", help_text="The idea, in a few words."),
                    InlinePanel("colleagues", label="Colleague", heading="The colleague in the light"),
                    MultiFieldPanel(
                        [
                            FieldPanel("finder_name"),
                            FieldPanel("finder_job_title"),
                            FieldPanel("finder_library"),
                            FieldPanel("how_they_know_each_other"),
                        ],
                        heading="Who shines the light",
                    ),
                ],
                heading="People",
            ),
            ObjectList(
                [
                    *SummaryMixin.summary_panels,
                    FieldPanel("discovered"),
                    FieldPanel("steps"),
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("cost"), FieldPanel("time")]),
                            FieldRowPanel([FieldPanel("staff"), FieldPanel("audience")]),
                        ],
                        heading="Facts",
                    ),
                    FieldPanel("what_happened"),
                    FieldPanel("how_to_try_it"),
                    MultiFieldPanel(
                        [
                            PageChooserPanel("built_on", "spotlights.SpotlightPage"),
                            FieldPanel("built_on_credit"),
                        ],
                        heading="Built on",
                    ),
                    FieldPanel("links"),
                ],
                heading="The idea",
            ),
            ObjectList([*PictureMixin.picture_panels, FieldPanel("photos")], heading="Pictures"),
            ObjectList(
                [
                    FieldPanel("topics"),
                    FieldPanel("library_type"),
                    FieldPanel("library_size"),
                    FieldPanel("region"),
                    FieldPanel("career_stage"),
                ],
                heading="Where it belongs",
            ),
            ObjectList(
                [
                    MultiFieldPanel([FieldPanel("contact_way"), FieldPanel("contact_detail")], heading="Who to ask"),
                    MultiFieldPanel([FieldPanel("date"), FieldPanel("review_by")], heading="Dates"),
                ],
                heading="Contact and dates",
            ),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading="Promote"),
        ]
    )

    class Meta:
        verbose_name = "spotlight"
        indexes = [models.Index(fields=["-date"], name="spotlight_newest")]

    @property
    def shows_photo(self) -> bool:
        return bool(self.picture_id or self.photos)

    @property
    def public_contact(self) -> str:
        """The address the colleague lets us show, or nothing."""
        return self.contact_detail if self.contact_way == ContactWay.PUBLIC else ""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        near = Q(pk=self.built_on_id)
        if self.pk:  # A preview of a page not yet saved has none, and nothing grew from it.
            near |= Q(built_on=self.pk)
        chain = SpotlightPage.objects.visible().filter(near).newest_first()
        context["colleagues"] = list(self.colleagues.all())
        context["built_on"] = next((page for page in chain if page.pk == self.built_on_id), None)
        context["built_upon"] = [page for page in chain if page.pk != self.built_on_id]
        return context

    def full_clean(self, *args, **kwargs):
        """Refuse to be public without the recorded yes of everybody on it, by whatever road."""
        super().full_clean(*args, **kwargs)
        if self.live:
            validate_everyone_consented(self.colleagues.all(), self.shows_photo)

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        # Search heard of the page before its colleagues and topics were stored: a new name would be
        # missing there, and a name somebody took back would still be found.
        index.insert_or_update_object(self)
