"""An application in words: the same sections for the check page, the receipt and the register."""

from collections.abc import Collection
from dataclasses import dataclass

from django.forms import CheckboxInput

from program.calls.enums import QuestionKind
from program.calls.forms.applicant import SEATS, ApplicantForm
from program.calls.forms.fields import RankedField
from program.calls.models import Application
from program.files.judging.limits import size_in_words
from program.files.models import PrivateFile

OWN_QUESTIONS = "The questions of this call"
# The sections of the form, in the order they are asked; None stands for the call's own questions.
PARTS = (
    (
        "About you",
        ("name", "pronouns", "email", "phone", "job_title", "career_stage", "member", "member_number", "first_time"),
    ),
    ("Your library", ("library", "library_type", "city", "region")),
    ("Several groups or seats", ("ranked_seats",)),
    (OWN_QUESTIONS, None),
    ("Practical matters", ("availability", "access_needs", "put_forward_by")),
    ("Before you send", ("keep_in_mind", "agreement")),
)
AFTER_ACCEPTANCE = "Asked after acceptance"


@dataclass(frozen=True)
class Row:
    label: str
    value: str  # "" where nothing was answered
    field_id: str = ""  # where a form holds it
    file: PrivateFile | None = None  # what was sent as an answer; its name and size are the value
    key: str = ""  # of the question it answers
    sensitive: bool = False


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[Row]
    part: int = 1  # of the form, where it can be changed


def typed(bound_fields) -> list[Row]:
    """What was typed into ``bound_fields``, in words, whether or not it is valid."""
    return [Row(str(field.label), _value_in_words(field), first_control_id(field)) for field in bound_fields]


def stored(
    application: Application, *, fields: Collection[str] | None = None, answers: list[dict] | None = None
) -> list[Section]:
    """``application`` in words, from its own snapshot: later changes of the call don't touch it.

    ``fields`` and ``answers`` narrow it to those that may be seen, without what was asked after acceptance;
    a section without any is left out.
    """
    hidden = set() if application.ranked_seats else {"ranked_seats"}
    answered = stored_answers(application, application.answers if answers is None else answers)
    sections = [
        Section(
            title,
            answered
            if names is None
            else [
                _stored_row(application, name)
                for name in names
                if name not in hidden and (fields is None or name in fields)
            ],
        )
        for title, names in PARTS
    ]
    if answers is None:
        sections.append(Section(AFTER_ACCEPTANCE, stored_answers(application, application.later_answers)))
    return [section for section in sections if section.rows]


def stored_answers(application: Application, answers: list[dict]) -> list[Row]:
    """``answers``, one of the two snapshots of ``application``, in words and with their files."""
    has_files = any(answer["kind"] == QuestionKind.FILE for answer in answers)
    files = {str(file.pk): file for file in PrivateFile.objects.of(application)} if has_files else {}
    return [_answer_row(answer, files) for answer in answers]


def first_control_id(field) -> str:
    """The id of what a link to ``field`` should focus: its input, or the first of a group."""
    return field.id_for_label or f"{field.auto_id}_0"


def _answer_row(answer, files) -> Row:
    sensitive = bool(answer.get("sensitive"))
    if answer["kind"] != QuestionKind.FILE:
        return Row(answer["question"], _answer_in_words(answer), sensitive=sensitive)
    file = files.get(answer["answer"])
    value = _file_in_words(file) if file else "The file is not here any more." if answer["answer"] else ""
    return Row(answer["question"], value, file=file, key=answer["key"], sensitive=sensitive)


def _stored_row(application, name) -> Row:
    if name == "ranked_seats":
        return Row(SEATS, _in_order(application.ranked_seats))
    label = str(ApplicantForm.base_fields[name].label)
    if name == "first_time" and application.first_time is not None:
        return Row(label, "Yes" if application.first_time else "No")
    if name == "agreement":
        return Row(label, "Yes")
    if name == "keep_in_mind":
        return Row(label, "Yes" if application.keep_in_mind else "No")
    display = getattr(application, f"get_{name}_display", None)
    value = display() if display else getattr(application, name)
    return Row(label, "" if value is None else str(value))


def _answer_in_words(answer) -> str:
    value = answer["answer"]
    if answer["kind"] == QuestionKind.CHECKBOX:
        return "Yes" if value else "No"
    if answer["kind"] == QuestionKind.RANKED:
        return _in_order(value)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _in_order(chosen) -> str:
    return "\n".join(f"{place}. {each}" for place, each in enumerate(chosen, start=1))


def _file_in_words(file) -> str:
    return f"{file.name} ({size_in_words(file.size)})"


def _value_in_words(field) -> str:
    value = field.value()
    if isinstance(field.field.widget, CheckboxInput):
        return "Yes" if value else "No"
    if value in (None, "", []):
        return ""
    if isinstance(value, PrivateFile):
        return _file_in_words(value)
    if isinstance(field.field, RankedField):
        return _in_order([each for each in value if each])
    choices = getattr(field.field, "choices", None)
    if choices is None:
        return str(value)
    labels = {str(key): str(label) for key, label in choices}
    values = value if isinstance(value, list) else [value]
    return "\n".join(labels.get(str(each), str(each)) for each in values)
