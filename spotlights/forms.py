from django import forms

from home.enums import LibrarySize, LibraryType
from home.models import CareerStage, Region, Topic
from home.querysets import choices_of


class SpotlightFilterForm(forms.Form):
    """What the list of spotlights can be narrowed to. Nonsense in an address is dropped.

    One query, for the editors' own lists.
    """

    topic = forms.ChoiceField(required=False)
    library_type = forms.ChoiceField(choices=[("", "Every type"), *LibraryType.choices], required=False)
    library_size = forms.ChoiceField(choices=[("", "Every size"), *LibrarySize.choices], required=False)
    region = forms.ChoiceField(required=False)
    career_stage = forms.ChoiceField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        topics, regions, stages = choices_of(Topic, Region, CareerStage)
        self.fields["topic"].choices = [("", "Every topic"), *topics]
        self.fields["region"].choices = [("", "The whole state"), *regions]
        self.fields["career_stage"].choices = [("", "Every stage"), *stages]

    @property
    def chosen(self) -> dict:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
