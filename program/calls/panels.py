"""The editor of a call: its fields in the order people ask about them, a tab for each part."""

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

from home.models.base import ContactMixin, SummaryMixin

call_tabs = TabbedInterface(
    [
        ObjectList(
            [
                *Page.content_panels,
                FieldPanel("kind"),
                FieldPanel("group"),
                *SummaryMixin.summary_panels,
                FieldPanel("charge"),
                FieldPanel("duties"),
                FieldPanel("skills_wanted"),
            ],
            heading="The call",
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("seats"), FieldPanel("term"), FieldPanel("term_starts_on")],
                    heading="Seats and term",
                ),
                InlinePanel(
                    "seat_groups",
                    label="Group or seat",
                    heading="Several groups or seats to choose from",
                    help_text="Only where one call fills places in several groups. Applicants rank up to three.",
                ),
                MultiFieldPanel(
                    [FieldPanel("hours_a_month"), FieldPanel("meetings"), FieldPanel("meetings_detail")],
                    heading="Time",
                ),
                MultiFieldPanel([FieldPanel("cost"), FieldPanel("travel_paid_by")], heading="Money"),
                MultiFieldPanel(
                    [FieldPanel("eligibility"), FieldPanel("newcomers_welcome"), FieldPanel("balance_sought")],
                    heading="Who it is for",
                ),
            ],
            heading="What it takes",
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("hear_by")], heading="Dates"
                ),
                MultiFieldPanel(
                    [
                        FieldPanel("who_decides"),
                        FieldPanel("who_reads"),
                        FieldPanel("kept_months"),
                        FieldPanel("days_to_answer_an_offer"),
                    ],
                    heading="Deciding, and keeping answers",
                ),
                *ContactMixin.contact_panels,
            ],
            heading="Dates and deciding",
        ),
        ObjectList(
            [
                InlinePanel(
                    "questions",
                    label="Question",
                    heading="Questions",
                    help_text="Asked after name, library and contact, which every call asks. Members see them "
                    "before they start. Few and short gets better answers.",
                ),
                FieldPanel("asks_demographics"),
            ],
            heading="Questions",
        ),
        ObjectList(
            [
                FieldPanel("names_hidden"),
                InlinePanel(
                    "criteria",
                    label="Criterion",
                    heading="What readers score",
                    help_text="Each from 1 to 5. Three or four well-chosen ones read faster than ten.",
                ),
                InlinePanel(
                    "letter_texts",
                    label="Letter",
                    heading="Words of your own in the letters",
                    help_text="The site has a letter for each decision. What you write here takes the place of its "
                    "middle part.",
                ),
            ],
            heading="Reading and letters",
        ),
        ObjectList(
            [
                FieldPanel("result"),
                InlinePanel(
                    "appointments",
                    label="Person",
                    heading="Who was appointed",
                    help_text="A name appears on the page once the day of their yes is written here.",
                ),
            ],
            heading="Result",
        ),
        ObjectList([*Page.promote_panels, *Page.settings_panels], heading="Promote"),
    ]
)
