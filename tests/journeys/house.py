"""A small association to travel through, and people who work for it."""

from django.contrib.auth.models import Group

from home.models import AssociationSettings, User
from program.calls.enums import QuestionKind
from program.calls.services import answering
from program.links.services import secret_of
from tests.factories import (
    ApplicationFactory,
    AppointmentFactory,
    CallIndexPageFactory,
    CallPageFactory,
    CareerStageFactory,
    ChannelFactory,
    NameForwardFactory,
    ProgramPageFactory,
    QuestionFactory,
    RegionFactory,
    SpotlightIndexPageFactory,
    SpotlightPageFactory,
    StandardPageFactory,
    TopicFactory,
    UserFactory,
)

QUESTIONS = [
    {"label": "Why this committee?", "field_type": QuestionKind.MULTILINE, "help_text": "A few lines are enough."},
    {"label": "Which part would you take on?", "field_type": QuestionKind.RADIO, "choices": "Reading\nPlanning"},
    {
        "label": "What have you done before?",
        "field_type": QuestionKind.CHECKBOXES,
        "choices": "Story times\nGrants",
        "required": False,
    },
]


def build_house() -> None:
    """One published page of each kind; settings and lists filled in."""
    AssociationSettings.objects.update_or_create(
        pk=1,
        defaults={
            "association_name": "Sample State Library Association",
            "contact_name": "The mentoring office",
            "contact_email": "mentoring@example.org",
        },
    )
    topic = TopicFactory(name="Story time", slug="story-time")
    RegionFactory(name="High Plains", slug="high-plains")
    CareerStageFactory(name="First five years", slug="first-five-years")
    ChannelFactory(name="The state listserv", share_address="", note="Plain text only.")
    ChannelFactory(name="Bluesky")
    ProgramPageFactory(title="Mentoring", slug="mentoring")
    CallIndexPageFactory()
    SpotlightIndexPageFactory()
    spotlight = SpotlightPageFactory(title="The reading porch", slug="reading-porch")
    spotlight.topics.add(topic)
    spotlight.save()
    StandardPageFactory(title="About this site", slug="about", body=every_block())


def build_call(title="Summer reading committee", slug="summer-reading", **fields):
    """A published call that is open, with a question of each of three kinds."""
    questions = [QuestionFactory(**question) for question in QUESTIONS]
    return CallPageFactory(title=title, slug=slug, questions=questions, **fields)


def build_every_state() -> list[str]:
    """The house with a call in each state and one answer; returns the address of every public page and state."""
    build_house()
    secret = answering.new_secret()
    call = build_call()
    ApplicationFactory(call=call, secret=secret)
    CallPageFactory(title="Legislative day panel", slug="legislative-day", upcoming=True)
    CallPageFactory(title="Award jury", slug="award-jury", closed=True, appointments=[AppointmentFactory()])
    return [
        "/",
        "/program/",
        "/program/mentoring/",
        "/calls/",
        "/calls/?kind=board",
        "/calls/summer-reading/",
        "/calls/summer-reading/answer/",
        "/calls/legislative-day/",
        "/calls/award-jury/",
        "/calls/award-jury/answer/",
        f"/my-answers/{secret}/",
        "/calls/summer-reading/forward/",
        "/calls/summer-reading/forward/?sent=yes",
        own_page_of(NameForwardFactory(call=call)),
        "/be-told/",
        "/be-told/?sent=yes",
        "/spotlights/",
        "/spotlights/?library_type=academic",
        "/spotlights/reading-porch/",
        "/about/",
        "/search/",
        "/search/?q=sample",
        "/search/?q=reading&kind=calls",
        "/search/?q=nothing-of-the-kind",
        "/no-such-page/",
    ]


def own_page_of(forward) -> str:
    """The page that the letter about a name put forward leads to."""
    return f"/my/name-put-forward/{secret_of(forward.links.get(purpose='forward'))}/"


def build_person(username: str, *groups: str) -> User:
    """Somebody of the staff, in these groups, with the password of the factories."""
    person = UserFactory(username=username, first_name=username.title())
    person.groups.set(Group.objects.filter(name__in=groups))
    return person


def every_block() -> list:
    """A body with one block of each kind that needs no file."""
    return [
        ("text", "<p>Some <b>text</b> with <a href='/search/'>a link</a>.</p>"),
        ("heading", "A heading"),
        ("pull_quote", {"quote": "It worked by Friday.", "who": "A school librarian"}),
        ("steps", ["Ask the feed store for a pallet.", "Fill it with paperbacks."]),
        ("facts", [{"name": "Cost", "value": "Nothing"}, {"name": "Time", "value": "An afternoon"}]),
        ("questions_and_answers", [{"question": "Do I need experience?", "answer": "<p>No.</p>"}]),
        ("embed", {"url": "https://video.example.org/walk", "title": "A walk", "length": "4 minutes"}),
        ("button", {"label": "See what is open", "url": "https://example.org/"}),
    ]
