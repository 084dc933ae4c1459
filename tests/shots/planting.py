"""States that sample content doesn't have: lists without anything, words that are too long, many of everything.

Each function writes straight into the database it is run on; that is always a temporary one.
"""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from home.models import AssociationSettings, HomePage, StandardPage
from program.calls.enums import CallKind, Meetings, QuestionKind
from program.calls.models import Appointment, CallIndexPage, CallPage, CallQuestion, SeatGroup
from program.models import ProgramCycle, ProgramIndexPage, ProgramPage
from spotlights.models import SpotlightColleague, SpotlightIndexPage, SpotlightPage
from tests.shots.states import Shot

LONG_WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"
LONG_TITLE = (
    "A very long headline that an editor pasted from a newsletter and never shortened, about the neighbors, the "
    "schools, the farm bureau and the county fair that all wanted to be thanked by name in the same first sentence "
    f"and were, even {LONG_WORD}"
)
SUMMARY = "One or two sentences that stand for the page in lists, in search results and wherever it is shared."
TEXT = "<p>The charge, in a paragraph that says what the group is there to do and why it matters to members.</p>"
QUESTIONS = [
    ("Why does this work matter to you?", "A few honest lines are enough.", QuestionKind.MULTILINE, "", True),
    ("Which part would you like to take on?", "", QuestionKind.RADIO, "Reading\nPlanning\nKeeping the minutes", True),
    ("Which of these have you done before?", "None is fine.", QuestionKind.CHECKBOXES, "Story times\nGrants", False),
    (f"How would you describe {LONG_WORD} to a colleague?", "", QuestionKind.SINGLELINE, "", False),
]


def plant_empty_house():
    """The index pages with nothing below them."""
    home = HomePage.objects.get()
    home.title = "Look what I found from a colleague across the state"
    home.introduction = "<p>Nothing is below this front page yet: no call, no spotlight, no way.</p>"
    home.save_revision().publish()
    for model, title, slug in [
        (ProgramIndexPage, "The program", "program"),
        (CallIndexPage, "Open calls", "calls"),
        (SpotlightIndexPage, "Spotlights", "spotlights"),
    ]:
        if not model.objects.exists():
            home.add_child(instance=model(title=title, slug=slug, summary=SUMMARY, show_in_menus=True))


def clear_house():
    """Take away everything below the front page, so that sample content finds a fresh site."""
    for child in HomePage.objects.get().get_children():
        child.specific.delete()


def plant_extremes():
    """Pages with words too long for their place, and what only a few pages have."""
    settings = AssociationSettings.load()
    settings.contact_email = settings.contact_email or "mentoring@example.org"
    settings.save()
    now = timezone.now()
    calls = CallIndexPage.objects.get()
    _call(calls, LONG_TITLE, "long-call", now - timedelta(days=3), now + timedelta(hours=20), group=LONG_WORD)
    closed = _call(calls, "Closed without a result", "closed-call", now - timedelta(days=40), now - timedelta(days=9))
    closed.appointments.add(Appointment(name=LONG_WORD, library="A library", said_yes_on=now.date()))
    closed.save()
    _call(calls, "Opens next month", "upcoming-call", now + timedelta(days=30), now + timedelta(days=60))
    _in_parts(_call(calls, "Asked in parts", "parts-call", now - timedelta(days=3), now + timedelta(days=20)))
    _spotlight(SpotlightIndexPage.objects.get())
    _program(ProgramIndexPage.objects.get(), now)
    HomePage.objects.get().add_child(instance=StandardPage(title="Every block", slug="blocks", summary=SUMMARY, body=[
        ("text", "<p>Text with <b>bold words</b>, <i>others</i> and a <a href='/'>link</a>.</p><ul><li>One</li></ul>"),
        ("heading", "A heading"),
        ("pull_quote", {"quote": "I copied it on a Tuesday and it worked by Friday.", "who": "A school librarian"}),
        ("steps", ["Ask the feed store for a pallet.", "Fill it with paperbacks.", LONG_TITLE]),
        ("facts", [{"name": "Cost", "value": "Nothing"}, {"name": LONG_WORD, "value": LONG_WORD}]),
        ("questions_and_answers", [{"question": "Do I need experience?", "answer": "<p>No.</p>"}]),
        ("embed", {"url": "https://video.example.org/walk", "title": "A walk", "length": "4 minutes"}),
        ("button", {"label": "See what is open", "url": "https://example.org/"}),
        ("related_pages", [calls]),
    ]))  # fmt: skip


def _call(parent: Page, title, slug, opens_at, closes_at, group="Youth Services Section") -> CallPage:
    call = CallPage(
        title=title[:255], slug=slug, summary=SUMMARY, kind=CallKind.AWARD_JURY, group=group, charge=TEXT, duties=TEXT,
        eligibility="<p>Members of the association in any library.</p>", term="Two years, staggered", seats=3,
        hours_a_month=4, meetings=Meetings.BOTH, meetings_detail="Monthly, first Tuesday at noon", opens_at=opens_at,
        closes_at=closes_at, hear_by=(closes_at + timedelta(days=30)).date(), who_decides="The president-elect",
        who_reads="The chair and the president-elect", travel_paid_by="The association",
    )  # fmt: skip
    call.questions = [
        CallQuestion(label=label, help_text=help_text, field_type=kind, choices=choices, required=required,
                     clean_name=f"q{number}", sort_order=number)
        for number, (label, help_text, kind, choices, required) in enumerate(QUESTIONS)
    ]  # fmt: skip
    return parent.add_child(instance=call)


def _in_parts(call: CallPage) -> None:
    """Let ``call`` ask so much that it is read in parts, a ranked choice and a file among it."""
    call.questions.add(
        CallQuestion(label="Which day?", field_type=QuestionKind.RANKED, choices="One\nTwo\nThree", sort_order=-2),
        CallQuestion(label="Your résumé", field_type=QuestionKind.FILE, required=False, sensitive=True, sort_order=-1),
    )
    call.seat_groups.add(SeatGroup(name=LONG_WORD, note="Three staff or fewer"), SeatGroup(name="Schools"))
    call.save()


def _spotlight(parent: Page) -> None:
    spotlight = SpotlightPage(
        title=LONG_TITLE[:255], slug="long-spotlight", summary=SUMMARY, discovered=TEXT, finder_name=LONG_WORD,
        steps=[("steps", [LONG_TITLE, "Come back on Friday."])], cost=LONG_WORD[:80], what_happened=TEXT,
    )  # fmt: skip
    spotlight.colleagues = [
        SpotlightColleague(
            name=name, library="A library", consents_to_text=True, consented_on=timezone.localdate(), sort_order=place
        )
        for place, name in enumerate([LONG_WORD, "A second colleague", "A third"])
    ]
    parent.add_child(instance=spotlight)


def _program(parent: Page, now) -> None:
    page = ProgramPage(
        title="Mentoring, planted", slug="planted", summary=SUMMARY, who_for=TEXT, how_matching_works=TEXT,
        time_a_month="One to two hours", if_it_does_not_work_out=TEXT,
        questions_and_answers=[("questions_and_answers", [{"question": "Is it free?", "answer": "<p>Yes.</p>"}])],
    )  # fmt: skip
    page.cycles = [
        ProgramCycle(name="This cycle", window_opens_at=now - timedelta(days=9), window_closes_at=now + timedelta(9),
                     matched_by=(now + timedelta(30)).date(), starts_on=(now + timedelta(40)).date(),
                     ends_on=(now + timedelta(200)).date()),
    ]  # fmt: skip
    parent.add_child(instance=page)


def found_pages() -> list[Shot]:
    """One shot of a page of the sample content of each kind that has one."""
    found = {
        "call, of the sample": CallPage.objects.accepting(at=timezone.now()).exclude(slug="long-call").first(),
        "call, of the sample, closed": CallPage.objects.closed(at=timezone.now()).exclude(slug="closed-call").first(),
        "spotlight, of the sample, with a picture": SpotlightPage.objects.filter(picture__isnull=False).first(),
        "spotlight, of the sample": SpotlightPage.objects.filter(picture__isnull=True)
        .exclude(slug="long-spotlight")
        .first(),
        "program page, of the sample": ProgramPage.objects.exclude(slug="planted").first(),
        "text page, of the sample": StandardPage.objects.exclude(slug="blocks").first(),
    }
    return [Shot(name, page.url) for name, page in found.items() if page]
