from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from home.blocks import QuestionsAndAnswersBlock
from home.fields import AssociationDateTimeField, RichTextField
from home.models.base import BodyMixin, ContactMixin, PictureMixin, RoomMixin, SummaryMixin
from home.querysets import VisibleManager
from program.querysets import CycleQuerySet
from program.validators import validate_cycle


class ProgramIndexPage(RoomMixin, SummaryMixin, BodyMixin, Page):
    """The way in to the program pages."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["program.ProgramPage"]
    child_joins = ("picture",)
    max_count = 1

    content_panels = [*Page.content_panels, *SummaryMixin.summary_panels, *BodyMixin.body_panels]
    search_fields = [
        *Page.search_fields,
        *SummaryMixin.summary_search_fields,
        *BodyMixin.body_search_fields,
    ]

    class Meta:
        verbose_name = "program list"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["program_pages"] = ProgramPage.objects.child_of(self).visible().select_related("picture")
        return context


class ProgramPage(SummaryMixin, PictureMixin, BodyMixin, ContactMixin, Page):
    """A part of the program, with the facts somebody needs before they join."""

    who_for = RichTextField("who it is for", blank=True, features=["bold", "italic", "ul", "link"])
    time_a_month = models.CharField(max_length=80, blank=True, help_text="For instance “One to two hours”.")
    cost = models.CharField(max_length=80, blank=True, default="Free")
    how_matching_works = RichTextField(blank=True, features=["bold", "italic", "ol", "ul", "link"])
    if_it_does_not_work_out = RichTextField(
        "what happens if it doesn't work out", blank=True, features=["bold", "italic", "ul", "link"]
    )
    questions_and_answers = StreamField(
        [("questions_and_answers", QuestionsAndAnswersBlock())], blank=True, max_num=1, collapsed=True
    )

    objects = VisibleManager()

    parent_page_types = ["program.ProgramIndexPage"]
    subpage_types = []

    search_fields = [
        *Page.search_fields,
        *SummaryMixin.summary_search_fields,
        *BodyMixin.body_search_fields,
        index.SearchField("who_for"),
        index.SearchField("how_matching_works"),
        index.SearchField("questions_and_answers"),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *Page.content_panels,
                    *SummaryMixin.summary_panels,
                    *PictureMixin.picture_panels,
                    FieldPanel("who_for"),
                    *BodyMixin.body_panels,
                ],
                heading="What it is",
            ),
            ObjectList(
                [
                    InlinePanel("cycles", label="Cycle", heading="Cycles"),
                    MultiFieldPanel([FieldPanel("time_a_month"), FieldPanel("cost")], heading="What it takes"),
                ],
                heading="Dates and facts",
            ),
            ObjectList(
                [
                    FieldPanel("how_matching_works"),
                    FieldPanel("if_it_does_not_work_out"),
                    FieldPanel("questions_and_answers"),
                    *ContactMixin.contact_panels,
                ],
                heading="How it works",
            ),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading="Promote"),
        ]
    )

    class Meta:
        verbose_name = "program page"


class ProgramCycle(Orderable):
    """One round of the program, from the first sign-up to the wrap-up."""

    page = ParentalKey(ProgramPage, on_delete=models.CASCADE, related_name="cycles")
    name = models.CharField(max_length=80, help_text="For instance “2027 cycle”.")
    window_opens_at = AssociationDateTimeField("sign-up opens", help_text="In the association's time zone.")
    window_closes_at = AssociationDateTimeField("sign-up closes", help_text="In the association's time zone.")
    matched_by = models.DateField("matched by", null=True, blank=True)
    starts_on = models.DateField("starts", null=True, blank=True)
    ends_on = models.DateField("ends", null=True, blank=True)

    objects = CycleQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("window_opens_at"),
        FieldPanel("window_closes_at"),
        FieldPanel("matched_by"),
        FieldPanel("starts_on"),
        FieldPanel("ends_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "cycle"

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        validate_cycle(self)
