from django import forms


class YearForm(forms.Form):
    """Which year to report on. Nonsense in an address is dropped."""

    year = forms.TypedChoiceField(coerce=int, required=False, empty_value=None)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.years = years
        self.fields["year"].choices = [(year, year) for year in years]

    @property
    def chosen(self) -> int:
        """The year that was chosen and makes sense, or the latest."""
        self.is_valid()
        return self.cleaned_data.get("year") or self.years[0]
