from django import forms

from program.calls.enums import Status
from program.calls.services.deciding import moves_from


class MoveForm(forms.Form):
    """Where to move an application, and why. Offers only what the table of legal moves has."""

    to = forms.ChoiceField(label="New status", widget=forms.RadioSelect)
    seen = forms.ChoiceField(choices=Status, widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For colleagues who look at this later. The applicant does not see it.",
    )

    def __init__(self, *args, status: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(each.value, each.label) for each in moves_from(status)]
        self.fields["to"].error_messages["required"] = "Choose the new status."
        self.fields["to"].error_messages["invalid_choice"] = (
            "The application has moved meanwhile, and this step no longer follows. Look at its status and choose again."
        )

    def clean_to(self) -> Status:
        return Status(self.cleaned_data["to"])
