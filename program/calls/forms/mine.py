"""What an applicant fills in on the pages of their own application."""

from django import forms

from program.calls.forms.transcript import first_control_id
from program.calls.forms.words import count_as_one_types, put_into_words
from program.calls.models import Appointment, DemographicQuestion, StatusChange
from program.calls.services.accepting import Naming


class OwnForm(forms.Form):
    """A form with the summary of mistakes that every page with a form shows."""

    @property
    def error_summary(self) -> list[tuple[str, str, str]]:
        """(id of the control, label of the field, what to do) for every mistake, in the order of the page."""
        return [(first_control_id(field), field.label, message) for field in self for message in field.errors]


class WhyForm(OwnForm):
    """A step that takes no reason, and one that is welcome: withdrawing, turning a place down."""

    why = forms.CharField(
        label="Why, if you would like to say",
        required=False,
        max_length=StatusChange._meta.get_field("why").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Read by those who run the call, and held against nobody.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        put_into_words(self.fields["why"], "")
        count_as_one_types(self.fields["why"])


class NamingForm(OwnForm):
    """Whether somebody who accepts a place may be named on the page of the call, and how."""

    may_name = forms.ChoiceField(
        label="May we name you on the page of this call?",
        choices=[("yes", "Yes, as I write it below"), ("no", "No")],
        widget=forms.RadioSelect,
        help_text="Names are shown there once the call has closed. You can change your mind on this site at any time.",
    )
    name = forms.CharField(
        label="Your name, as it should stand there",
        required=False,
        max_length=Appointment._meta.get_field("name").max_length,
        help_text="A part of it is fine.",
    )
    library = forms.CharField(
        label="Your library", required=False, max_length=Appointment._meta.get_field("library").max_length
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        put_into_words(self.fields["may_name"], "Choose yes or no.")
        put_into_words(self.fields["name"], "")
        put_into_words(self.fields["library"], "")

    def clean(self):
        if self.cleaned_data.get("may_name") == "yes" and not self.cleaned_data.get("name"):
            self.add_error("name", "Write the name, or choose no.")

    @property
    def naming(self) -> Naming | None:
        """What was chosen; nothing for a no. Only when valid."""
        if self.cleaned_data["may_name"] == "no":
            return None
        return Naming(name=self.cleaned_data["name"], library=self.cleaned_data["library"])


class SheetForm(OwnForm):
    """The optional demographics sheet: every question has a way not to answer it, and that one is chosen."""

    RATHER_NOT = "I would rather not say"

    def __init__(self, data=None):
        super().__init__(data)
        for question in DemographicQuestion.objects.all():
            lines = dict.fromkeys(line.strip() for line in question.choices.splitlines() if line.strip())
            self.fields[f"question-{question.pk}"] = forms.ChoiceField(
                label=question.label,
                choices=[*((line, line) for line in lines), ("", self.RATHER_NOT)],
                initial="",
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": "Choose again; what was chosen is no longer among the answers."},
            )

    @property
    def answers(self) -> dict[str, str]:
        """The choice by the words of its question. Only when valid."""
        return {field.label: self.cleaned_data[name] or self.RATHER_NOT for name, field in self.fields.items()}
