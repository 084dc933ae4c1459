from django import forms

from program.calls.enums import CallKind
from program.calls.forms.spam import QuietForm
from program.calls.forms.words import put_into_words


def kinds_field() -> forms.MultipleChoiceField:
    """Which kinds of call to hear of."""
    return forms.MultipleChoiceField(
        label="Only these kinds of call",
        choices=CallKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none to hear of every kind.",
        error_messages={"invalid_choice": "Choose from the list."},
    )


class OpeningsForm(QuietForm):
    """Who wants to be told when a call opens, and of which kinds."""

    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Write an e-mail address like name@example.org."},
    )
    kinds = kinds_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        put_into_words(self.fields["email"], "Write your e-mail address.")


class KindsForm(forms.Form):
    """Which kinds somebody on the list hears of."""

    kinds = kinds_field()
