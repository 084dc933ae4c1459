"""Kinds of field that Django does not have: choices in one's own order, and a file that is kept already."""

from django import forms
from django.core.exceptions import ValidationError

PLACES = ("First choice", "Second choice", "Third choice")


class RankedWidget(forms.MultiWidget):
    """A select for each place; the choices are the same in all of them."""

    template_name = "calls/widgets/ranked.html"
    use_fieldset = True

    def __init__(self, choices=(), attrs=None):
        choices = list(choices)
        places = PLACES[: len(choices)] if choices else PLACES
        super().__init__([forms.Select(choices=[("", "Choose one"), *choices]) for _ in places], attrs)

    def decompress(self, value):
        return [*(value or []), *[""] * len(self.widgets)][: len(self.widgets)]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["places"] = list(zip(PLACES, context["widget"]["subwidgets"], strict=False))
        return context


class HiddenRankedWidget(forms.MultiWidget):
    """The same, carried through a page that does not ask."""

    def __init__(self, attrs=None):
        super().__init__([forms.HiddenInput() for _ in PLACES], attrs)

    decompress = RankedWidget.decompress


class RankedField(forms.MultiValueField):
    """Up to three of ``choices``, the most wanted first. Its value is the list of them; a gap between is closed."""

    hidden_widget = HiddenRankedWidget

    def __init__(self, *, choices, **kwargs):
        self.choices = list(choices)
        places = [
            forms.ChoiceField(choices=[("", ""), *self.choices], required=False) for _ in PLACES[: len(self.choices)]
        ]
        super().__init__(places, widget=RankedWidget(self.choices), require_all_fields=False, **kwargs)
        for place in self.fields:
            place.error_messages["invalid_choice"] = "Choose from the list; what was chosen is no longer on it."

    def compress(self, data_list):
        chosen = [each for each in data_list or [] if each]
        if len(set(chosen)) < len(chosen):
            raise ValidationError("You chose the same one twice. Choose each only once, and leave the others empty.")
        return chosen


class KeptFileWidget(forms.Widget):
    """A control for a file. What was chosen before is shown with its name and size, and need not be chosen again."""

    template_name = "calls/widgets/kept_file.html"
    needs_multipart_form = True
    kept = None  # the PrivateFile that is kept for this question, set for one form

    def value_from_datadict(self, data, files, name):
        return self.kept

    def value_omitted_from_data(self, data, files, name):
        return False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        context["widget"] |= {"kept": self.kept, "remove_name": remove_name(name)}
        return context

    def use_required_attribute(self, initial):
        return super().use_required_attribute(initial) and self.kept is None


class NothingWidget(forms.Widget):
    """A file can't travel in a page: it is kept on the server, so a page that does not ask for it carries nothing."""

    def value_from_datadict(self, data, files, name):
        return None

    def render(self, name, value, attrs=None, renderer=None):
        return ""


class KeptFileField(forms.Field):
    """A file that was judged and stored before the form looks at it (``services.keeping_files``).

    Its value is the id of the ``PrivateFile`` as text, or "" for none.
    """

    widget = KeptFileWidget
    hidden_widget = NothingWidget
    refusal = ""  # why a file sent just now was not taken, set for one form

    def clean(self, value):
        if self.refusal:
            raise ValidationError(self.refusal)
        if value is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return ""
        return str(value.pk)


def remove_name(name: str) -> str:
    """The name of the box that takes a kept file away again."""
    return f"{name}-remove"
