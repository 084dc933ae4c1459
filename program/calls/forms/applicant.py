from django import forms

from home.enums import LibraryType
from program.calls.forms.fields import RankedField
from program.calls.forms.words import count_as_one_types, put_into_words
from program.calls.models import Application

MISSING = {
    "name": "Write your name.",
    "email": "Write your e-mail address.",
    "library": "Write the name of your library.",
    "library_type": "Choose the type of your library.",
    "ranked_seats": "Choose at least your first choice.",
    "member": "Choose yes, no, or that you are not sure.",
    "agreement": "Tick this box to send your answers.",
}
SEATS = "Which one would you like?"
FIRST_TIME = [("True", "Yes"), ("False", "No"), ("", "I would rather not say")]
AUTOCOMPLETE = {
    "name": "name",
    "email": "email",
    "phone": "tel",
    "job_title": "organization-title",
    "library": "organization",
    "city": "address-level2",
}


class ApplicantForm(forms.ModelForm):
    """Who answers: asked on every call, before the call's own questions."""

    first_time = forms.TypedChoiceField(
        label="Is this your first time on a committee, panel or board of the association?",
        help_text="We count how many newcomers a call reaches. It is no test.",
        choices=FIRST_TIME,
        coerce={"True": True, "False": False}.get,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    agreement = forms.BooleanField(label="My answers may be read and kept as described on this page")

    class Meta:
        model = Application
        fields = (
            "name",
            "pronouns",
            "email",
            "phone",
            "job_title",
            "career_stage",
            "member",
            "member_number",
            "first_time",
            "library",
            "library_type",
            "city",
            "region",
            "availability",
            "access_needs",
            "put_forward_by",
            "keep_in_mind",
        )
        labels = {
            "email": "Your e-mail address",
            "job_title": "Your job title",
            "career_stage": "Where you are in your career",
            "member_number": "Member number, if you know it",
            "library": "Your library",
            "library_type": "Type of library",
            "region": "Library system or region",
            "availability": "When you are available",
            "put_forward_by": "Who put your name forward, if somebody did",
            "keep_in_mind": "Keep me in mind for other openings",
        }
        help_texts = {
            "pronouns": "If you like.",
            "phone": "Only if you would rather be called.",
            "availability": "Days, hours, or weeks that don’t work for you.",
            "access_needs": "Seen only by those who make the arrangements, never weighed in a decision.",
        }
        widgets = {
            "member": forms.RadioSelect,
            "availability": forms.Textarea(attrs={"rows": 3}),
            "access_needs": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, seat_groups=(), **kwargs):
        super().__init__(*args, **kwargs)
        if seat_groups:
            self.fields["ranked_seats"] = _seats_field(seat_groups)
        self.fields["member"].choices = [choice for choice in self.fields["member"].choices if choice[0]]
        self.fields["library_type"].choices = [("", "Choose one"), *LibraryType.choices]
        for name in ("career_stage", "region"):
            self.fields[name].empty_label = "Choose one, if you like"
        for name, field in self.fields.items():
            put_into_words(field, MISSING.get(name, "Fill this in."))
            count_as_one_types(field)
            if name in AUTOCOMPLETE:
                field.widget.attrs["autocomplete"] = AUTOCOMPLETE[name]
        self.fields["email"].error_messages["invalid"] = "Write an e-mail address like name@example.org."

    @property
    def applicant(self) -> dict:
        """The cleaned data that ``services.answering.submit`` stores."""
        names = [*self._meta.fields, *self.fields.keys() & {"ranked_seats"}]
        return {name: self.cleaned_data[name] for name in names}


def _seats_field(seat_groups) -> RankedField:
    """The groups or seats of one call, to be ranked."""
    notes = "; ".join(f"{group.name}: {group.note.rstrip('.')}" for group in seat_groups if group.note)
    return RankedField(
        choices=[(group.name, group.name) for group in seat_groups],
        label=SEATS,
        help_text=" ".join(filter(None, ("Up to three, in your order; one is enough.", notes and f"{notes}."))),
    )
