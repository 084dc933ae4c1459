from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from home.fields import AssociationDateTimeField, RichTextField
from home.models.base import ContactMixin, RoomMixin, SummaryMixin
from program.calls.admin_forms import CallCopyForm, CallPageForm
from program.calls.enums import CallKind, CallState, Meetings
from program.calls.panels import call_tabs
from program.calls.querysets import CLOSING_SOON, CallManager
from program.calls.validators import validate_call_dates, validate_has_dates

RICH = ["bold", "italic", "ul", "ol", "link"]


class CallIndexPage(RoutablePageMixin, RoomMixin, SummaryMixin, Page):
    """All calls: open ones first, those to come, and closed ones with what became of them."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["calls.CallPage"]
    max_count = 1

    content_panels = [*Page.content_panels, *SummaryMixin.summary_panels]
    search_fields = [*Page.search_fields, *SummaryMixin.summary_search_fields]

    class Meta:
        verbose_name = "call list"

    @path("")
    def call_list(self, request):
        from program.calls.views import call_list  # views read the models of this module

        return call_list(request, self)

    @path("feed.atom/", name="atom")
    def atom(self, request):
        from program.calls.views import feeds  # views read the models of this module

        return feeds.atom(request, self)

    @path("feed.json/", name="json_feed")
    def json_feed(self, request):
        from program.calls.views import feeds  # views read the models of this module

        return feeds.json_feed(request, self)

    @path("calendar.ics/", name="calendar")
    def calendar(self, request):
        from program.calls.views import feeds  # views read the models of this module

        return feeds.calendar(request, self)


class CallPage(RoutablePageMixin, SummaryMixin, ContactMixin, Page):
    """An open call: what it takes, who decides, the questions, and the way to answer them.

    Whether it is open follows from ``opens_at`` and ``closes_at`` alone (``state_at``); nobody
    presses a button. Answers are stored by ``services.answering`` and nowhere else.
    """

    kind = models.CharField(max_length=24, choices=CallKind, default=CallKind.COMMITTEE)
    group = models.CharField(max_length=120, help_text="The committee, board, section or round table that calls.")
    charge = RichTextField(features=RICH, help_text="What the group is there to do.")
    duties = RichTextField(blank=True, features=RICH, help_text="What one member of it does.")
    skills_wanted = RichTextField(blank=True, features=RICH)

    seats = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1), MaxValueValidator(500)])
    term = models.CharField(max_length=80, blank=True, help_text="For instance “Two years, staggered”.")
    term_starts_on = models.DateField("term starts", null=True, blank=True)
    hours_a_month = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="An honest average. Members look for this first."
    )
    meetings = models.CharField(max_length=12, choices=Meetings, default=Meetings.VIRTUAL)
    meetings_detail = models.CharField(
        "how many and where", max_length=160, blank=True, help_text="For instance “Monthly, first Tuesday at noon”."
    )
    cost = models.CharField(max_length=120, blank=True, default="None")
    travel_paid_by = models.CharField(
        "who pays for travel", max_length=120, blank=True, help_text="Left empty when nobody has to travel."
    )
    eligibility = RichTextField("who can answer", blank=True, features=RICH)
    newcomers_welcome = models.BooleanField(default=True, help_text="Shown as a mark in lists and on the page.")
    balance_sought = models.CharField(
        max_length=255, blank=True, help_text="Library types, sizes or regions the group still lacks."
    )

    # A draft may be without dates: a copy of last year's call begins so. Nothing is published without them.
    opens_at = AssociationDateTimeField(
        "opens", null=True, help_text="In the association's time zone. It opens by itself."
    )
    closes_at = AssociationDateTimeField(
        "closes", null=True, help_text="In the association's time zone, to the second. It closes by itself."
    )
    hear_by = models.DateField(
        "applicants hear by", null=True, blank=True, help_text="Everybody gets an answer by this day, also a no."
    )
    who_decides = models.CharField(
        max_length=160, help_text="For instance “The president-elect, as appointing officer”."
    )
    who_reads = models.CharField(
        "who reads the answers",
        max_length=160,
        help_text="In words, for applicants. Accounts are chosen under Readers in the menu.",
    )
    kept_months = models.PositiveSmallIntegerField(
        "months answers are kept",
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(84)],
        help_text="Counted from the closing day and shown to applicants.",
    )

    names_hidden = models.BooleanField(
        "hide names from readers",
        default=False,
        help_text="Readers see neither name nor library nor contact while they read, and no file.",
    )
    days_to_answer_an_offer = models.PositiveSmallIntegerField(
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text="Somebody who is offered a place accepts it or turns it down within so many days.",
    )
    asks_demographics = models.BooleanField(
        "ask for optional demographics",
        default=False,
        help_text="On a sheet of its own after sending, kept apart from the answers, shown only as counts.",
    )

    result = RichTextField(blank=True, features=["bold", "italic", "link"], help_text="Shown once the call has closed.")

    objects = CallManager()

    base_form_class = CallPageForm
    copy_form_class = CallCopyForm
    # A copy is next year's call: who was appointed through this one stays here.
    exclude_fields_in_copy = ["result", "appointments", "opens_at", "closes_at", "hear_by", "term_starts_on"]
    parent_page_types = ["calls.CallIndexPage"]
    subpage_types = []
    preview_modes = [("", "The call"), ("form", "The form applicants fill in")]

    search_fields = [
        *Page.search_fields,
        *SummaryMixin.summary_search_fields,
        index.SearchField("group", boost=1.5),
        index.SearchField("charge"),
        index.SearchField("duties"),
        index.SearchField("skills_wanted"),
        index.SearchField("eligibility"),
        index.FilterField("kind"),
        index.FilterField("closes_at"),
    ]

    edit_handler = call_tabs

    class Meta:
        verbose_name = "call"
        indexes = [models.Index(fields=["closes_at", "opens_at"], name="call_by_closing")]

    def state_at(self, at: datetime) -> CallState:
        """Where the call stands at ``at``. The opening and the closing second both count as open.

        A draft without dates is one that has not opened.
        """
        if self.opens_at is None or self.closes_at is None or at < self.opens_at:
            return CallState.UPCOMING
        if at > self.closes_at:
            return CallState.CLOSED
        return CallState.CLOSING_SOON if self.closes_at - at <= CLOSING_SOON else CallState.OPEN

    def is_accepting(self, at: datetime) -> bool:
        """Whether an answer that arrives at ``at`` is in time."""
        return self.state_at(at) in {CallState.OPEN, CallState.CLOSING_SOON}

    @property
    def public_appointments(self):
        """The people appointed who have said yes to being named."""
        return [person for person in self.appointments.all() if person.said_yes_on]

    @property
    def asked_questions(self):
        """The questions that are asked while the call is open, in their order."""
        return [question for question in self._every_question if not question.after_acceptance]

    @property
    def later_questions(self):
        """The questions that are asked once somebody has accepted a place."""
        return [question for question in self._every_question if question.after_acceptance]

    @cached_property
    def _every_question(self):
        """Read once for a request: the page, its form and what is asked later each look through them."""
        return list(self.questions.all())

    def clean(self):
        super().clean()
        validate_call_dates(self)

    def full_clean(self, exclude=None, **kwargs):
        """Refuse to be public without dates, by whatever road. A draft's form excludes what it leaves empty."""
        if self.live:
            validate_has_dates(self, exclude or ())
        super().full_clean(exclude=exclude, **kwargs)

    def save(self, *args, **kwargs):
        """Come into the tree as a draft when there are no dates: a copy is one, however it was asked for."""
        if self.opens_at is None or self.closes_at is None:
            if self._state.adding:
                self.live, self.has_unpublished_changes = False, True
            if not self.live:
                self.live_revision = self.first_published_at = self.last_published_at = None
        super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["state"] = self.state_at(request.arrived_at)
        context["questions"] = self.asked_questions
        context["later_questions"] = self.later_questions
        return context

    @path("answer/", name="answer")
    def answer(self, request):
        from program.calls.views import answer_call  # views read the models of this module

        return answer_call(request, self)

    @path("deadline.ics/", name="deadline")
    def deadline(self, request):
        from program.calls.views import feeds  # views read the models of this module

        return feeds.deadline(request, self)

    @path("forward/", name="forward")
    def forward(self, request):
        from program.calls.views import put_forward  # views read the models of this module

        return put_forward(request, self)

    def serve_preview(self, request, mode_name):
        from program.calls.views import preview_form  # views read the models of this module

        if mode_name == "form":
            return preview_form(request, self)
        return super().serve_preview(request, mode_name)
