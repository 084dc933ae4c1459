from django import forms

from home.enums import LibrarySize, LibraryType
from home.models import CareerStage, Region, Topic


class SpotlightFilterForm(forms.Form):
    """What the list of spotlights can be narrowed to. Nonsense in an address is dropped."""

    topic = forms.ModelChoiceField(Topic.objects.all(), to_field_name="slug", empty_label="Every topic", required=False)
    library_type = forms.ChoiceField(choices=[("", "Every type"), *LibraryType.choices], required=False)
    library_size = forms.ChoiceField(choices=[("", "Every size"), *LibrarySize.choices], required=False)
    region = forms.ModelChoiceField(
        Region.objects.all(), to_field_name="slug", empty_label="The whole state", required=False
    )
    career_stage = forms.ModelChoiceField(
        CareerStage.objects.all(), to_field_name="slug", empty_label="Every stage", required=False
    )

    @property
    def chosen(self) -> dict:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
