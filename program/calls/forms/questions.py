from datetime import date
from decimal import Decimal

from django import forms
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from program.calls.enums import QuestionKind
from program.calls.forms.fields import KeptFileField, RankedField
from program.calls.forms.words import count_as_one_types, limit_words, put_into_words

MISSING = {
    QuestionKind.RADIO: "Choose one.",
    QuestionKind.DROPDOWN: "Choose one.",
    QuestionKind.CHECKBOXES: "Choose at least one.",
    QuestionKind.CHECKBOX: "Tick this box to go on.",
    QuestionKind.DATE: "Write a date.",
    QuestionKind.NUMBER: "Write a number.",
    QuestionKind.RANKED: "Choose at least your first choice.",
    QuestionKind.FILE: "Choose a file.",
}
SENSITIVE = "Readers don’t see this answer; those who decide do."
WRONG = {
    QuestionKind.EMAIL: "Write an e-mail address like name@example.org.",
    QuestionKind.URL: "Write a web address like https://example.org/page.",
    QuestionKind.NUMBER: "Write a number in digits.",
    QuestionKind.DATE: "Write a date as month/day/year, like 3/6/2027.",
}


class QuestionsFormBuilder(FormBuilder):
    """Wagtail's builder, with our limits and words."""

    def create_singleline_field(self, field, options):
        return forms.CharField(max_length=field.limit, **options)

    def create_multiline_field(self, field, options):
        options["widget"] = forms.Textarea(attrs={"rows": 6})
        return forms.CharField(max_length=field.limit, **options)

    def create_number_field(self, field, options):
        return forms.DecimalField(max_digits=15, **options)

    def create_date_field(self, field, options):
        options["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(**options)

    def create_dropdown_field(self, field, options):
        choices = [("", "Choose one"), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def create_ranked_field(self, field, options):
        return RankedField(choices=self.get_formatted_field_choices(field), **options)

    def create_file_field(self, field, options):
        options["help_text"] = " ".join(filter(None, (options["help_text"], f"{field.file_limits.in_words}.")))
        built = KeptFileField(**options)
        built.widget.attrs["accept"] = field.file_limits.accept
        return built

    def get_field_options(self, field):
        help_text = " ".join(filter(None, (field.help_text, SENSITIVE if field.sensitive else "")))
        return {"label": field.label, "help_text": help_text, "required": field.required}

    @property
    def formfields(self):
        """The form fields by key, each in our words and with its question beside it."""
        built = super().formfields
        for (_key, form_field), question in zip(built.items(), self.fields, strict=False):
            put_into_words(form_field, MISSING.get(question.field_type, "Answer this question."))
            if question.field_type in WRONG:
                form_field.error_messages["invalid"] = WRONG[question.field_type]
            if question.most_words:
                limit_words(form_field, question.most_words)
            count_as_one_types(form_field)
            form_field.question = question
        return built


class QuestionsForm(BaseForm):
    """The questions of one call; the fields are built from them."""

    prefix = "question"

    def __init__(self, *args, kept=None, refused=None, **kwargs):
        """``kept`` holds the stored files and ``refused`` the sentences about files not taken, by key."""
        super().__init__(*args, **kwargs)
        for key, field in self.fields.items():
            if isinstance(field, KeptFileField):
                field.widget.kept = (kept or {}).get(key)
                field.refusal = (refused or {}).get(key, "")

    def snapshot(self) -> list[dict]:
        """Each question with its answer, as ``Application.answers`` keeps them. Only when valid."""
        return [
            {
                "key": key,
                "question": field.question.label,
                "help": field.question.help_text,
                "kind": field.question.field_type,
                "sensitive": field.question.sensitive,
                "answer": _plain(self.cleaned_data[key]),
            }
            for key, field in self.fields.items()
        ]


def questions_form_class(questions) -> type[QuestionsForm]:
    """The form class that asks ``questions``, an iterable of ``CallQuestion``."""
    return type("BuiltQuestionsForm", (QuestionsForm,), dict(QuestionsFormBuilder(list(questions)).formfields))


def _plain(value):
    """``value`` as JSON can keep it: a string, a truth, or a list of strings."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value
