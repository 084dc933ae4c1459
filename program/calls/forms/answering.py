from functools import cached_property

from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from program.calls.forms.applicant import ApplicantForm
from program.calls.forms.parts import FormSection, Part, divide, is_long
from program.calls.forms.questions import QuestionsForm, questions_form_class
from program.calls.forms.transcript import OWN_QUESTIONS, PARTS, Row, Section, first_control_id, typed
from program.calls.forms.words import with_plain_newlines

INTRODUCTIONS = {
    OWN_QUESTIONS: "Answer in your own words. A few honest lines are enough.",
    "Practical matters": "All of it is optional.",
}


class AnswerForm:
    """The whole form of a call: who answers, and the call's own questions, as one thing to fill in."""

    def __init__(self, call, data: QueryDict | None = None, *, kept=None, refused=None):
        """``kept`` and ``refused`` are what ``services.keeping_files`` says of the files of this form."""
        self.data = with_plain_newlines(data) if data is not None else QueryDict()
        bound = None if data is None else self.data
        questions = call.asked_questions
        self.is_long = is_long(questions)
        self.applicant_form = ApplicantForm(bound, seat_groups=call.seat_groups.all())
        self.questions_form = questions_form_class(questions)(bound, kept=kept, refused=refused)

    def is_valid(self) -> bool:
        # Both are asked, so that every mistake is shown at once.
        return all([self.applicant_form.is_valid(), self.questions_form.is_valid()])

    def forget_errors(self) -> "AnswerForm":
        """Show what is there without a word about what is not yet."""
        self.applicant_form._errors, self.questions_form._errors = ErrorDict(), ErrorDict()
        return self

    @property
    def applicant(self) -> dict:
        return self.applicant_form.applicant

    @property
    def answers(self) -> list[dict]:
        return self.questions_form.snapshot()

    @property
    def email(self) -> str | None:
        """The address that was typed, if it is one; whatever else is wrong."""
        self.is_valid()
        return self.applicant_form.cleaned_data.get("email")

    @cached_property
    def sections(self) -> list[FormSection]:
        """The fields in the order they are asked; a section without a field is left out."""
        return [
            FormSection(title, INTRODUCTIONS.get(title, ""), fields)
            for title, names in PARTS
            if (fields := self._fields(names))
        ]

    @cached_property
    def parts(self) -> list[Part]:
        """The pages of the form: one, unless it is long."""
        if not self.is_long:
            return [Part(1, self.sections)]
        place = [section.title for section in self.sections].index(OWN_QUESTIONS)
        return divide(self.sections[:place], self.sections[place], self.sections[place + 1 :])

    def part(self, number: str | int | None) -> Part:
        """The part with ``number``; the first one for a number that makes no sense."""
        wanted = int(number) if str(number).isdecimal() and len(str(number)) < 4 else 1
        return self.parts[wanted - 1 if 1 <= wanted <= len(self.parts) else 0]

    @property
    def first_wrong_part(self) -> Part:
        return next((part for part in self.parts if part.has_errors), self.parts[0])

    def errors_in(self, part: Part) -> list[tuple[str, str, str]]:
        """(id of the control, label of the field, what to do) for every mistake, in the order of the page."""
        return [(first_control_id(field), field.label, message) for field in part.fields for message in field.errors]

    @property
    def error_summary(self) -> list[tuple[str, str, str]]:
        """The mistakes of all parts."""
        return [error for part in self.parts for error in self.errors_in(part)]

    def hidden_html(self, shown: Part | None = None) -> str:
        """Everything typed that ``shown`` does not ask for, as hidden inputs: nothing rests on a session."""
        names = {field.html_name for field in shown.fields} if shown else set()
        fields = [field for part in self.parts for field in part.fields if field.html_name not in names]
        here = format_html_join("\n", "{}", ((field.as_hidden(),) for field in fields))
        gone = format_html_join(
            "\n", '<input type="hidden" name="{}" value="{}">', ((name, value) for name, value in self._taken_out)
        )
        return mark_safe(f"{here}\n{gone}")  # noqa: S308 - both are made by format_html_join

    @property
    def asked(self) -> str:
        """The keys of the questions that are asked now. A page carries them, so that a change is seen."""
        return " ".join(self.questions_form.fields)

    @property
    def is_new_to_the_page(self) -> bool:
        """Whether a question was added since the page was made that sent this."""
        known = self.data.get("asked")
        return known is not None and bool(self.questions_form.fields.keys() - set(known.split()))

    @property
    def part_with_a_new_question(self) -> Part:
        """The first part that asks what the page did not."""
        known = self.data.get("asked", "").split()
        new = {self.questions_form[key].html_name for key in self.questions_form.fields if key not in known}
        return next((part for part in self.parts if new & {field.html_name for field in part.fields}), self.parts[0])

    @property
    def lost_a_question(self) -> bool:
        """Whether one was taken out since then, to which something had been typed."""
        known = set(self.data.get("asked", "").split())
        return any({key, key[:-2]} & known for key in (_key_of(name) for name, _value in self._taken_out))

    @property
    def taken_out(self) -> list[Row]:
        """What was typed to questions that are not asked any more. Their words are gone but for the key."""
        return [Row(_words_of(name), value) for name, value in self._taken_out if value.strip()]

    @property
    def transcript(self) -> list[Section]:
        """What was typed, in words, whether or not it is valid."""
        return [
            Section(section.title, typed(section.fields), part.number)
            for part in self.parts
            for section in part.sections
        ]

    @property
    def holds_words(self) -> bool:
        """Whether anything was answered; a box that nobody ticked reads “No”."""
        return any(row.value not in ("", "No") for section in self.transcript for row in section.rows)

    @cached_property
    def _taken_out(self) -> list[tuple[str, str]]:
        start = f"{QuestionsForm.prefix}-"
        ours = tuple(f"{start}{key}" for key in self.questions_form.fields)
        return [
            (name, value)
            for name, values in self.data.lists()
            if name.startswith(start) and not _belongs(name, ours)
            for value in values
        ]

    def _fields(self, names) -> list:
        if names is None:
            return list(self.questions_form)
        return [self.applicant_form[name] for name in names if name in self.applicant_form.fields]


def _belongs(name: str, ours: tuple[str, ...]) -> bool:
    """Whether ``name`` is the field of a question, one of its places, or the box that takes its file away."""
    return any(name == each or name in (f"{each}_0", f"{each}_1", f"{each}_2", f"{each}-remove") for each in ours)


def _words_of(name: str) -> str:
    return _key_of(name).replace("_", " ").strip().capitalize()


def _key_of(name: str) -> str:
    return name.removeprefix(f"{QuestionsForm.prefix}-")
