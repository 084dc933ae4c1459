from django import forms

from program.calls.enums import CallKind


class CallFilterForm(forms.Form):
    """What the list of calls can be narrowed to. Nonsense in an address is dropped."""

    kind = forms.ChoiceField(choices=[("", "Every kind"), *CallKind.choices], required=False)
    newcomers = forms.BooleanField(label="Newcomers welcome", required=False)
    virtual = forms.BooleanField(label="Meets virtually", required=False)

    @property
    def chosen(self) -> dict:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
