from django import forms

from program.calls.enums import DeletionReason


class DeletionForm(forms.Form):
    """Why staff delete an application before its time. A choice, not words: words could name somebody."""

    why = forms.ChoiceField(
        label="Why",
        choices=[
            (DeletionReason.ASKED_FOR, "Its applicant asked for it"),
            (DeletionReason.BY_STAFF, "It should not be here: a test, a double, something sent by mistake"),
        ],
        widget=forms.RadioSelect,
    )
