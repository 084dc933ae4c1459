from django import forms

from program.calls.forms.spam import QuietForm
from program.calls.forms.words import count_as_one_types, put_into_words
from program.calls.models import NameForward
from program.letters.services.asking import mailbox

MISSING = {
    "by_name": "Write your name: they are told who thought of them.",
    "by_email": "Write your e-mail address.",
    "colleague_name": "Write the name of your colleague.",
    "colleague_email": "Write their e-mail address: that is where the letter goes.",
    "why": "Write why you thought of them. One sentence is enough.",
}
ONESELF = "This is your own address. Nobody has to put you forward: answer the call yourself."


class ForwardForm(QuietForm, forms.ModelForm):
    """Who thinks of whom for a call, and why."""

    class Meta:
        model = NameForward
        fields = ("colleague_name", "colleague_email", "why", "by_name", "by_email")
        labels = {
            "colleague_name": "Their name",
            "colleague_email": "Their e-mail address",
            "why": "Why you thought of them",
            "by_name": "Your name",
            "by_email": "Your e-mail address",
        }
        help_texts = {
            "colleague_email": "The one they use for work, if you know it.",
            "why": "They read it as you write it.",
            "by_email": "Used only to let you know what they allow, and never shown to them.",
        }
        widgets = {"why": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, words in MISSING.items():
            field = self.fields[name]
            put_into_words(field, words)
            count_as_one_types(field)
            if name.endswith("email"):
                field.error_messages["invalid"] = "Write an e-mail address like name@example.org."
        self.fields["by_name"].widget.attrs["autocomplete"] = "name"
        self.fields["by_email"].widget.attrs["autocomplete"] = "email"

    def clean(self):
        cleaned_data = super().clean()
        own, theirs = (cleaned_data.get(name) for name in ("by_email", "colleague_email"))
        self.names_oneself = bool(own and theirs) and mailbox(own) == mailbox(theirs)
        if self.names_oneself:
            self.add_error("colleague_email", ONESELF)
        return cleaned_data

    @property
    def named(self) -> dict[str, str]:
        """What ``services.forwarding.put_forward`` takes."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}
