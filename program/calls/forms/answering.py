from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.html import format_html_join

from program.calls.forms.applicant import ApplicantForm
from program.calls.forms.questions import questions_form_class
from program.calls.forms.transcript import PARTS, Section, first_control_id, typed
from program.calls.forms.words import with_plain_newlines

INTRODUCTIONS = {
    "The questions of this call": "Answer in your own words. A few honest lines are enough.",
    "Practical matters": "All of it is optional.",
}


@dataclass(frozen=True)
class FormSection:
    title: str
    intro: str
    fields: list[Any]  # bound fields


class AnswerForm:
    """The whole form of a call: who answers, and the call's own questions, as one thing to fill in."""

    def __init__(self, call, data: QueryDict | None = None, *, kept=None, refused=None):
        """``kept`` and ``refused`` are what ``services.keeping_files`` says of the files of this form."""
        data = with_plain_newlines(data) if data is not None else None
        self.applicant_form = ApplicantForm(data, seat_groups=call.seat_groups.all())
        self.questions_form = questions_form_class(call.asked_questions)(data, kept=kept, refused=refused)

    def is_valid(self) -> bool:
        # Both are asked, so that every mistake is shown at once.
        return all([self.applicant_form.is_valid(), self.questions_form.is_valid()])

    @property
    def applicant(self) -> dict:
        return self.applicant_form.applicant

    @property
    def answers(self) -> list[dict]:
        return self.questions_form.snapshot()

    @property
    def sections(self) -> list[FormSection]:
        """The fields in the order they are asked; a part without a field is left out."""
        return [
            FormSection(title, INTRODUCTIONS.get(title, ""), fields)
            for title, names in PARTS
            if (fields := self._fields(names))
        ]

    @property
    def error_summary(self) -> list[tuple[str, str, str]]:
        """(id of the control, label of the field, what to do) for every mistake, in the order of the page."""
        return [
            (first_control_id(field), field.label, message)
            for section in self.sections
            for field in section.fields
            for message in field.errors
        ]

    @property
    def hidden_fields_html(self) -> str:
        """Everything typed, as hidden inputs, so that nothing rests on a session or a cookie."""
        fields = (field for section in self.sections for field in section.fields)
        return format_html_join("\n", "{}", ((field.as_hidden(),) for field in fields))

    @property
    def transcript(self) -> list[Section]:
        """What was typed, in words, whether or not it is valid."""
        return [Section(section.title, typed(section.fields)) for section in self.sections]

    def _fields(self, names) -> list:
        if names is None:
            return list(self.questions_form)
        return [self.applicant_form[name] for name in names if name in self.applicant_form.fields]
