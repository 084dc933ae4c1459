"""Brings the sample in: through the forms of the editor and of the applicant, and the services behind them."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from home.models import AssociationSettings, CareerStage, Channel, HomePage, Region, StandardPage, Topic
from program.calls.forms import AnswerForm
from program.calls.models import CallIndexPage, CallPage
from program.calls.services import answering, deciding, deciding_together
from program.models import ProgramIndexPage, ProgramPage
from spotlights.models import SpotlightIndexPage, SpotlightPage

from . import applications, association, calls, pages, program, reading, writing
from .calendar import Calendar
from .editing import add_picture, write_page, write_row
from .pictures import PICTURES
from .posting import SampleRefused, words_of
from .spotlights import SPOTLIGHTS

SAMPLE_USERNAME = "sample-editor"
SPOTLIGHT_INDEX = {
    "title": "Spotlights",
    "slug": "spotlights",
    "show_in_menus": True,
    "summary": "Ideas from colleagues across the state that you can copy: the steps, the cost, and who to ask.",
}


def is_loaded() -> bool:
    """Whether the sample was brought in before, even if all of its pages are gone since."""
    return get_user_model().objects.filter(username=SAMPLE_USERNAME).exists()


def is_in_use() -> bool:
    """Whether somebody has written pages of their own."""
    return HomePage.objects.filter(numchild__gt=0).exists()


def load(say: Callable[[str], None]) -> None:
    """Write the whole sample or nothing; ``say`` gets one line for each group that is done.

    Raises ``SampleRefused`` with the words of the form that refused a piece.
    """
    loading = _Loading(say)
    try:
        with transaction.atomic():
            loading.run()
    except BaseException:
        loading.remove_files()
        raise


class _Loading:
    def __init__(self, say):
        self.say = say
        self.pictures = {}
        self.rows = {}  # topics, stages and regions by slug
        self.pages = {}  # by slug

    def run(self):
        self.user = get_user_model()(username=SAMPLE_USERNAME, first_name="Sample", last_name="Editor")
        self.user.set_unusable_password()
        self.user.save()
        # The rights of an editor who may publish: the forms ask for them. Nobody can log in as this one.
        self.user.groups.add(Group.objects.get(name="Moderators"))
        self.home = HomePage.objects.get()
        self.load_association()
        self.load_pictures()
        # In the order of the menu: pages stand in the tree as they come.
        self.load_program()
        self.load_calls()
        self.load_spotlights()
        self.load_text()
        self.load_applications()
        reading.load(self.pages[reading.CALL], self.calendar)
        self.say(f"{len(reading.READERS)} readers of one call, and what they think")

    def remove_files(self):
        for picture in self.pictures.values():
            picture.file.storage.delete(picture.file.name)

    def load_association(self):
        settings = write_row(AssociationSettings.load(), user=self.user, values=association.SETTINGS)
        self.calendar = Calendar(today=settings.local_date(timezone.now()), zone=settings.zone)
        lists = ((Topic, association.TOPICS), (CareerStage, association.CAREER_STAGES), (Region, association.REGIONS))
        for model, choices in lists:
            for place, (slug, name) in enumerate(choices, start=1):
                values = {"name": name, "slug": slug, "sort_order": place * 10}
                self.rows[slug] = write_row(model(), user=self.user, values=values)
        for place, (name, share_address, note) in enumerate(association.CHANNELS, start=1):
            values = {"name": name, "share_address": share_address, "note": note, "sort_order": place * 10}
            write_row(Channel(), user=self.user, values=values)
        self.say(f"{settings}: {len(self.rows)} topics, regions and stages, {len(association.CHANNELS)} channels")

    def load_pictures(self):
        for name in PICTURES:
            self.pictures[name] = add_picture(name, user=self.user)
        self.say(f"{len(self.pictures)} pictures, drawn for this sample")

    def write(self, page, parent, values, rows=None, publish=True):
        values = dict(values)
        if "picture" in values:
            values["picture"] = self.pictures[values["picture"]]
        written = write_page(page, parent=parent, user=self.user, values=values, rows=rows, publish=publish)
        self.pages[values["slug"]] = written
        return written

    def load_spotlights(self):
        index = self.write(SpotlightIndexPage(), self.home, SPOTLIGHT_INDEX)
        drafts = 0
        for data in SPOTLIGHTS:
            values, rows = writing.spotlight(data, self.calendar, self.rows, self.pages)
            if "picture" in data:
                values["picture"] = data["picture"]
            publish = all(colleague.get("consented", True) for colleague in data["colleagues"])
            drafts += not publish
            self.write(SpotlightPage(), index, values, rows, publish=publish)
        self.say(f"{len(SPOTLIGHTS) - drafts} spotlights, and {drafts} that waits for its colleague’s yes")

    def load_calls(self):
        index = self.write(CallIndexPage(), self.home, calls.INDEX)
        for data in calls.CALLS:
            self.write(CallPage(), index, *writing.call(data, self.calendar))
        self.say(f"{len(calls.CALLS)} calls: open, closing soon, opening later and closed")

    def load_program(self):
        index = self.write(ProgramIndexPage(), self.home, program.INDEX)
        for data in program.PAGES:
            values, rows = writing.program(data, self.calendar)
            if "picture" in data:
                values["picture"] = data["picture"]
            self.write(ProgramPage(), index, values, rows)
        self.say(f"{len(program.PAGES)} program pages")

    def load_text(self):
        for data in pages.STANDARD_PAGES:
            values = {key: value for key, value in data.items() if key != "related"}
            self.write(StandardPage(), self.home, values | {"body": writing.body(data, self.pages)})
        home = pages.HOME | {"ways": writing.ways(pages.HOME, self.pages), "body": writing.body(pages.HOME, self.pages)}
        self.write(self.home, self.home.get_parent(), home)
        self.say(f"{len(pages.STANDARD_PAGES)} pages of text and the front door")

    def load_applications(self):
        for data in applications.APPLICATIONS:
            application = self.answer(self.pages[data["call"]], data)
            for status, days, why in data.get("moves", []):
                deciding.move(
                    application=application,
                    to=status,
                    seen=application.status,
                    by=self.user,
                    at=self.calendar.moment(days),
                    why=why,
                )
            if "pending" in data:
                status, days, why = data["pending"]
                deciding_together.set_pending(
                    applications=[application], to=status, by=self.user, at=self.calendar.moment(days), why=why
                )
        self.say(f"{len(applications.APPLICATIONS)} applications, some decided, some with a decision to announce")

    def answer(self, call, data):
        """Send the answers as an applicant would have, on the day they are said to have arrived."""
        typed = QueryDict(mutable=True)
        typed["agreement"] = "on"
        for name, value in data["applicant"].items():
            value = self.rows[value].pk if name in {"career_stage", "region"} else value
            typed[name] = "on" if value is True else str(value)
        for question, value in zip(AnswerForm(call).questions_form, data["questions"], strict=True):
            value = "on" if value is True else value
            typed.setlist(question.html_name, value if isinstance(value, list) else [value])
        form = AnswerForm(call, typed)
        if not form.is_valid():
            refused = "\n".join((words_of(form.applicant_form), words_of(form.questions_form)))
            raise SampleRefused(f"The answer to “{call}” is refused:\n{refused}")
        application, _is_new = answering.submit(
            call=call,
            secret=answering.new_secret(),
            applicant=form.applicant,
            answers=form.answers,
            arrived_at=self.calendar.moment(data["days"]),
        )
        return application
