"""Quiet ways to tell people from machines: no puzzle, no third party, nothing that a person meets."""

from datetime import datetime, timedelta

from django import forms
from django.core import signing
from django.http import QueryDict

from program.calls.forms.words import with_plain_newlines

SALT = "program.calls.forms.spam"
FASTEST = timedelta(seconds=2)
LONGEST = timedelta(hours=24)
TOO_FAST = "Nothing is sent yet. Read it once more, then press the button again."
TOO_OLD = "This page had been open for a long time, so nothing was sent. Look it over, then press the button again."


class QuietForm(forms.Form):
    """A form that anybody may send: with a field that only machines fill in, and the time it was opened at, signed."""

    website = forms.CharField(label="Leave this empty", required=False)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, at: datetime, **kwargs):
        super().__init__(with_plain_newlines(data) if data is not None else None, **kwargs)
        self.at = at
        self.initial["opened"] = signing.dumps(int(at.timestamp()), salt=SALT)

    def clean(self):
        """Ask for a second look, with a new time, when the form was open too short or too long."""
        cleaned_data = super().clean()
        open_for = self._open_for(cleaned_data.get("opened", ""))
        if not FASTEST <= open_for <= LONGEST:
            self.add_error(None, TOO_FAST if open_for < FASTEST else TOO_OLD)
            self.data[self.add_prefix("opened")] = self.initial["opened"]
        return cleaned_data

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    @property
    def visible(self) -> list:
        """The fields that people fill in."""
        return [field for field in self if field.name not in ("website", "opened")]

    @property
    def error_summary(self) -> list[tuple[str, str, str]]:
        """(id of the control, label of the field, what to do) for every mistake, in the order of the page."""
        return [(field.id_for_label, field.label, message) for field in self.visible for message in field.errors]

    def _open_for(self, opened: str) -> timedelta:
        try:
            return timedelta(seconds=int(self.at.timestamp()) - signing.loads(opened, salt=SALT))
        except signing.BadSignature:
            return timedelta.max
