from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.forms.forms import FormBuilder
from wagtail.contrib.forms.models import AbstractFormField

from program.calls.enums import EXPECTS, QuestionKind
from program.files.enums import Kind
from program.files.judging import Limits

# The most characters of an answer where the editor set none.
LIMITS = {QuestionKind.SINGLELINE: 250, QuestionKind.MULTILINE: 3_000}
# What a word has at most where only words are limited: nobody writes so, and a database row stays a row.
CHARACTERS_A_WORD = 40
MEGABYTE = 1024 * 1024
MEGABYTES = 5
KINDS_WITH_CHOICES = {QuestionKind.RADIO, QuestionKind.DROPDOWN, QuestionKind.CHECKBOXES, QuestionKind.RANKED}


class CallQuestion(AbstractFormField):
    """A question of a call, built by an editor. Answers keep a copy of it, so it may change later."""

    page = ParentalKey("calls.CallPage", on_delete=models.CASCADE, related_name="questions")
    label = models.CharField("question", max_length=255, help_text="As you would ask it, in full.")
    field_type = models.CharField("kind of answer", max_length=16, choices=QuestionKind, default=QuestionKind.MULTILINE)
    field_type.required_on_save = True
    help_text = models.CharField(
        "help", max_length=255, blank=True, help_text="One line under the question: what you hope to read."
    )
    choices = models.TextField(
        blank=True, help_text="One on each line. Only for the kinds that offer something to choose from."
    )
    character_limit = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="The most characters an answer may have; the applicant sees them counted. "
        "Left empty: 250 for a line, 3,000 for several lines.",
    )

    word_limit = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="The most words, for several lines of text. Counted for the applicant in place of characters.",
    )
    max_megabytes = models.PositiveSmallIntegerField(
        "largest file, in megabytes",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="Only for a file. Left empty: 5.",
    )
    max_pages = models.PositiveSmallIntegerField(
        "most pages", null=True, blank=True, help_text="Only for a file; counted in PDFs. Left empty: any number."
    )
    sensitive = models.BooleanField(
        default=False, help_text="Readers don't see the answer; those who decide do. Applicants are told."
    )
    after_acceptance = models.BooleanField(
        "only after acceptance",
        default=False,
        help_text="Asked once somebody has accepted a place: a shirt size, an address for the stipend.",
    )

    panels = [
        FieldPanel("label"),
        FieldPanel("help_text"),
        FieldPanel("field_type", classname="formbuilder-type"),
        FieldPanel("required"),
        FieldPanel("choices", classname="formbuilder-choices"),
        FieldRowPanel([FieldPanel("character_limit"), FieldPanel("word_limit")]),
        FieldRowPanel([FieldPanel("max_megabytes"), FieldPanel("max_pages")]),
        FieldPanel("sensitive"),
        FieldPanel("after_acceptance"),
    ]

    class Meta(AbstractFormField.Meta):
        verbose_name = "question"

    def __str__(self):
        return self.label

    def clean(self):
        super().clean()
        if self.field_type in KINDS_WITH_CHOICES and not self.choices.strip():
            raise ValidationError({"choices": "Write the choices, one on each line."})

    @property
    def limit(self) -> int | None:
        """The most characters an answer may have; None for kinds that are not typed freely."""
        default = LIMITS.get(self.field_type)
        if default and self.most_words:
            default = self.most_words * CHARACTERS_A_WORD
        return (self.character_limit or default) if default else None

    @property
    def most_words(self) -> int | None:
        """The most words an answer may have; None where words are not counted."""
        return self.word_limit if self.field_type == QuestionKind.MULTILINE else None

    @property
    def file_limits(self) -> Limits:
        """What is taken as an answer to a question for a file."""
        megabytes = self.max_megabytes or MEGABYTES
        return Limits(frozenset(Kind), max_bytes=megabytes * MEGABYTE, max_pages=self.max_pages)

    @property
    def limit_in_words(self) -> str:
        """How long or how large an answer may be; nothing for kinds that are only chosen from."""
        if self.field_type == QuestionKind.FILE:
            return self.file_limits.in_words
        parts = [f"{self.most_words:,} words"] if self.most_words else []
        if self.limit and (self.character_limit or not self.most_words):
            parts.append(f"{self.limit:,} characters")
        return f"up to {' and '.join(parts)}" if parts else ""

    @property
    def choice_list(self) -> list[str]:
        """What there is to choose from, as Wagtail's form builder reads it; empty for other kinds."""
        if self.field_type not in KINDS_WITH_CHOICES:
            return []
        return [label for _value, label in FormBuilder([self]).get_formatted_field_choices(self)]

    @property
    def expects(self) -> str:
        """What kind of answer is asked for, in the applicant's words."""
        words = EXPECTS[self.field_type].format(limit=self.limit_in_words)
        return words[0].upper() + words[1:]

    def get_field_clean_name(self):
        """The key of the answer. A label of signs alone still gets one."""
        return super().get_field_clean_name() or "question"
