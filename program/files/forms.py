"""Asking for a file in a form: what is taken said in words, what was sent before shown and kept."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from program.files import services
from program.files.judging import Limits, Refused
from program.files.judging.refusals import SENTENCES
from program.files.models import PrivateFile


class PrivateFileInput(forms.ClearableFileInput):
    """A file control that shows the file kept already, with a way to replace it and one to remove it."""

    template_name = "files/private_file_input.html"
    limits: Limits

    def is_initial(self, value):
        return isinstance(value, PrivateFile)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        # What is taken, and what is kept, are read out with the control, after help and mistakes.
        notes = [f"{widget['attrs'].get('id', name)}_{note}" for note in ("limits", "kept")[: 1 + widget["is_initial"]]]
        described = " ".join([widget["attrs"].get("aria-describedby", ""), *notes]).strip()
        widget["attrs"]["aria-describedby"] = described
        return context | {"limits": self.limits, "kept": value if widget["is_initial"] else None}


class Nothing(forms.HiddenInput):
    """A file can't travel in the page; it is kept under its holder instead."""

    def render(self, name, value, attrs=None, renderer=None):
        return ""


class PrivateFileField(forms.FileField):
    """One file, within ``limits``. ``initial`` is the ``PrivateFile`` kept already, if there is one.

    Cleaned it is the upload, the kept file, ``False`` where it is to be removed, or nothing. Only what
    costs nothing is checked here; ``keep_files`` judges what was sent and stores it.
    """

    widget = PrivateFileInput
    hidden_widget = Nothing
    default_error_messages = {
        "required": "Choose a file.",
        "invalid": "The file did not arrive. Choose it again.",
        "empty": SENTENCES["empty"],
        "contradiction": "Either choose another file or tick “Remove this file”, not both.",
    }

    def __init__(self, *, limits: Limits, **more):
        self.limits = limits
        super().__init__(**more)
        self.widget.limits = limits

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"accept": self.limits.accept}

    def bound_data(self, data, initial):
        return self.initial

    def clean(self, data, initial=None):
        return super().clean(data, self.initial)

    def to_python(self, data):
        file = super().to_python(data)
        # True of what the upload handler dropped as well: it keeps the size.
        if file and file.size > self.limits.max_bytes:
            raise as_validation_error(Refused("too_large", size=self.limits.size_in_words))
        return file


def keep_files(form: forms.BaseForm, *, holder: str, at: datetime) -> None:
    """Judge and store what came with ``form``, valid or not, so that no mistake elsewhere costs a file.

    The slot of a file is the name of its field. Afterwards ``cleaned_data`` holds the ``PrivateFile``, or nothing
    where there is none; what is refused is a mistake of its field, and the file kept before stays. A file
    to be removed is deleted, unless it is attached by now. Raises ``services.AlreadyAttached``.
    """
    form.errors  # noqa: B018 - cleans the form where nobody has
    for name, field in form.fields.items():
        chosen = form.cleaned_data.get(name)
        if not isinstance(field, PrivateFileField):
            continue
        if isinstance(chosen, UploadedFile):
            try:
                chosen = services.store(upload=chosen, limits=field.limits, holder=holder, slot=name, at=at)
            except Refused as refusal:
                form.add_error(name, as_validation_error(refusal))
                continue
        elif chosen is False:
            services.remove(holder=holder, slot=name)
            chosen = None
        if name in form.cleaned_data:
            form.cleaned_data[name] = field.initial = chosen


def as_validation_error(refusal: Refused) -> ValidationError:
    return ValidationError(refusal.sentence, code=refusal.code)
