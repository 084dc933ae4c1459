"""The letters that tell applicants of a decision: the same words when they are shown and when they are written."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from home.models import AssociationSettings
from home.templatetags.moments import in_words, long_day
from program.calls import placeholders
from program.calls.enums import Status
from program.calls.models import Application, CallPage
from program.calls.services.form_secrets import APPLICATION
from program.letters.addresses import absolute
from program.letters.models import Letter
from program.letters.services.rendering import text_for_staff, text_from_template
from program.letters.services.writing import write
from program.letters.words import Ours, defused, one_line
from program.links.services import issue
from program.models import ProgramIndexPage

# Subjects are ours and the editors': nothing that an applicant typed.
SUBJECTS = {
    Status.OFFERED: "A place is offered to you: {call}",
    Status.WAITLISTED: "You are on the waiting list: {call}",
    Status.NOT_THIS_TIME: "Your answer to the call: {call}",
}
OPEN_CALLS_NAMED = 3


@dataclass(frozen=True)
class DecisionLetter:
    """One letter that tells of one decision; nothing of it is stored until ``write``."""

    application: Application
    status: str
    # The last moment to answer an offer; nothing for other decisions.
    answer_by: datetime | None
    # The editors' words for its middle part; "" for those of the site.
    words: str
    # What every letter of a run has in common: ``next_steps``.
    steps: dict[str, Any]

    @property
    def subject(self) -> str:
        return SUBJECTS[Status(self.status)].format(call=self.application.call.title)

    @property
    def kind(self) -> str:
        return f"application_{self.status}"

    @cached_property
    def text(self) -> str:
        """The whole text as staff may see it: where the personal link stands, without what it is."""
        text = text_from_template(f"letters/{self.kind}.txt", self._context, names=["own"])
        return text_for_staff(Letter(text=text))

    @property
    def digest(self) -> str:
        """A word for what the letter says, to tell whether it is still what somebody was shown."""
        return hashlib.sha256(f"{self.application.email}\n{self.subject}\n{self.text}".encode()).hexdigest()

    def write(self, *, at: datetime, key: str) -> Letter | None:
        """Store the letter, in the transaction of the move it tells of. Once for each ``key``."""
        return write(
            kind=self.kind,
            to=self.application.email,
            to_name=self.application.name,
            subject=self.subject,
            context=self._context,
            links={"own": issue(purpose=APPLICATION, target=self.application, at=at)},
            about=self.application,
            unique_key=f"decision:{self.application.pk}:{self.status}:{key}",
            reply_to=self.application.call.contact_email,
            at=at,
        )

    @property
    def _context(self) -> dict[str, Any]:
        call = self.application.call
        answer_by = _in_words(self.answer_by) if self.answer_by else ""
        # What a stranger typed is made harmless before it is put among the editors' words.
        values = {
            "name": defused(one_line(self.application.name)),
            "call": call.title,
            "reference": self.application.reference,
            "hear_by": long_day(call.hear_by) or "the day we named",
            "answer_by": answer_by,
        }
        others = [each for each in self.steps["open_calls"] if each["pk"] != call.pk]
        return self.steps | {
            "open_calls": others[:OPEN_CALLS_NAMED],
            "name": self.application.name,
            "call": Ours(call.title),
            "reference": Ours(self.application.reference),
            "answer_by": Ours(answer_by),
            "words": Ours(placeholders.filled(self.words, values)),
            "kept_in_mind": int(self.application.keep_in_mind),
        }


def words_of(call: CallPage) -> dict[str, str]:
    """The editors' words for the letters of ``call``, by status."""
    return dict(call.letter_texts.values_list("status", "text"))


def next_steps(at: datetime) -> dict[str, Any]:
    """Where somebody who hears a no can turn at ``at``: the next calls to close, and the program."""
    program = ProgramIndexPage.objects.live().public().first()
    return {
        "open_calls": [
            {
                "pk": call.pk,
                "title": Ours(call.title),
                "closes": Ours(_in_words(call.closes_at)),
                "address": Ours(absolute(call.get_url())),
            }
            # One more than are named: a letter leaves its own call out.
            for call in CallPage.objects.visible().accepting(at)[: OPEN_CALLS_NAMED + 1]
        ],
        "program": {"title": Ours(program.title), "address": Ours(absolute(program.get_url()))} if program else None,
    }


def _in_words(at: datetime) -> str:
    with timezone.override(AssociationSettings.load().zone):
        return in_words(at)
