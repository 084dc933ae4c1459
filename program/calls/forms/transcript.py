"""An application in words: the same sections for the check page, the receipt and the register."""

from dataclasses import dataclass

from django.forms import CheckboxInput

from program.calls.enums import QuestionKind
from program.calls.forms.applicant import ApplicantForm
from program.calls.models import Application

# The parts of the form, in the order they are asked; None stands for the call's own questions.
PARTS = (
    ("About you", ("name", "pronouns", "email", "phone", "job_title", "career_stage", "member", "member_number")),
    ("Your library", ("library", "library_type", "city", "region")),
    ("The questions of this call", None),
    ("Practical matters", ("availability", "access_needs", "put_forward_by")),
    ("Before you send", ("keep_in_mind", "agreement")),
)


@dataclass(frozen=True)
class Row:
    label: str
    value: str  # "" where nothing was answered
    field_id: str = ""  # where a form holds it


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[Row]


def typed(bound_fields) -> list[Row]:
    """What was typed into ``bound_fields``, in words, whether or not it is valid."""
    return [Row(str(field.label), _value_in_words(field), first_control_id(field)) for field in bound_fields]


def stored(application: Application, *, with_access_needs: bool = True) -> list[Section]:
    """``application`` in words, from its own snapshot: later changes of the call don't touch it.

    Without ``with_access_needs`` what applicants were told that readers don't see is left out.
    """
    hidden = set() if with_access_needs else {"access_needs"}
    answers = [Row(answer["question"], _answer_in_words(answer)) for answer in application.answers]
    return [
        Section(
            title,
            answers if names is None else [_stored_row(application, name) for name in names if name not in hidden],
        )
        for title, names in PARTS
        if names is not None or answers
    ]


def first_control_id(field) -> str:
    """The id of what a link to ``field`` should focus: its input, or the first of a group."""
    return field.id_for_label or f"{field.auto_id}_0"


def _stored_row(application, name) -> Row:
    label = str(ApplicantForm.base_fields[name].label)
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
    return "\n".join(value) if isinstance(value, list) else str(value)


def _value_in_words(field) -> str:
    value = field.value()
    if isinstance(field.field.widget, CheckboxInput):
        return "Yes" if value else "No"
    if value in (None, "", []):
        return ""
    choices = getattr(field.field, "choices", None)
    if choices is None:
        return str(value)
    labels = {str(key): str(label) for key, label in choices}
    values = value if isinstance(value, list) else [value]
    return "\n".join(labels.get(str(each), str(each)) for each in values)
