from django import forms

from home.enums import LibraryType
from home.models import Region
from program.calls.enums import Status
from program.calls.exporting import GROUPS
from program.calls.models import CallPage
from program.calls.querysets import ApplicationQuerySet

CSV, XLSX = "csv", "xlsx"


class ExportForm(forms.Form):
    """Which applications an export holds, which groups of columns, and in which kind of file."""

    call = forms.ModelChoiceField(queryset=None, required=False, empty_label="All calls")
    status = forms.ChoiceField(choices=[("", "Any status"), *Status.choices], required=False)
    library_type = forms.ChoiceField(choices=[("", "Any library type"), *LibraryType.choices], required=False)
    region = forms.ModelChoiceField(
        label="Library system or region",
        queryset=Region.objects.order_by("sort_order", "name"),
        required=False,
        empty_label="Any region",
    )
    columns = forms.MultipleChoiceField(
        choices=[(group.key, group.choice) for group in GROUPS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one set of columns."},
        help_text="Reference, call and the time of arrival are in every export. Take no more than you need.",
    )
    kind = forms.ChoiceField(
        label="File",
        choices=[(CSV, "CSV, for any program"), (XLSX, "XLSX, for Excel")],
        widget=forms.RadioSelect,
        initial=CSV,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["call"].queryset = (
            CallPage.objects.filter(applications__isnull=False).distinct().order_by("-closes_at")
        )

    def narrowed(self, applications: ApplicationQuerySet) -> ApplicationQuerySet:
        """``applications`` narrowed to what was chosen."""
        chosen = {name: self.cleaned_data[name] for name in ("call", "status", "library_type", "region")}
        return applications.filter(**{name: value for name, value in chosen.items() if value})
