"""What an applicant fills in on the pages of their own application."""

from django import forms

from program.calls.forms.transcript import first_control_id
from program.calls.forms.words import count_as_one_types, put_into_words
from program.calls.models import StatusChange


class OwnForm(forms.Form):
    """A form with the summary of mistakes that every page with a form shows."""

    @property
    def error_summary(self) -> list[tuple[str, str, str]]:
        """(id of the control, label of the field, what to do) for every mistake, in the order of the page."""
        return [(first_control_id(field), field.label, message) for field in self for message in field.errors]


class WithdrawForm(OwnForm):
    """Withdrawing, with a reason or without one."""

    why = forms.CharField(
        label="Why, if you would like to say",
        required=False,
        max_length=StatusChange._meta.get_field("why").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Read by those who run the call, and weighed against nobody.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        put_into_words(self.fields["why"], "")
        count_as_one_types(self.fields["why"])
