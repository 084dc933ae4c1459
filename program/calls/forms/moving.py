from django import forms

from program.calls.enums import LETTER_STATUSES, Status
from program.calls.models import Application
from program.calls.services.deciding import moves_from

WHY_HELP = "For colleagues who look at this later. The applicant does not see it."
NOBODY, AT_ONCE = "nobody", "at_once"


def why_field() -> forms.CharField:
    """Why something was decided."""
    return forms.CharField(
        label="Why", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=WHY_HELP
    )


class MoveForm(forms.Form):
    """Where to move an application, why, and whether to write about it. Offers only what the table of moves has."""

    to = forms.ChoiceField(label="New status", widget=forms.RadioSelect)
    seen = forms.ChoiceField(choices=Status, widget=forms.HiddenInput)
    why = why_field()
    tell = forms.ChoiceField(
        label="Write to them",
        choices=[
            (NOBODY, "No, write to nobody"),
            (AT_ONCE, "Yes, and show me the letter before it goes"),
        ],
        initial=NOBODY,
        required=False,
        widget=forms.RadioSelect,
        help_text="There is a letter for an offer, for the waiting list and for a no. Other steps tell nobody.",
    )

    def __init__(self, *args, status: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(each.value, each.label) for each in moves_from(status)]
        self.fields["to"].error_messages["required"] = "Choose the new status."
        self.fields["to"].error_messages["invalid_choice"] = (
            "The application has moved meanwhile, and this step no longer follows. Look at its status and choose again."
        )

    def clean_to(self) -> Status:
        return Status(self.cleaned_data["to"])

    def clean(self):
        data = super().clean()
        if data.get("tell") == AT_ONCE and data.get("to") and data["to"] not in dict(LETTER_STATUSES):
            self.add_error("tell", f"There is no letter for “{data['to'].label}”. Choose to write to nobody.")
        return data

    @property
    def tells(self) -> bool:
        """Whether a letter goes with the move."""
        return self.cleaned_data.get("tell") == AT_ONCE


PENDING, CLEAR, MOVE = "pending", "clear", "move"
# By hand, one at a time, go the answers to an offer: each is one person's own.
MOVED_TOGETHER = (
    Status.IN_REVIEW,
    Status.SHORTLISTED,
    Status.OFFERED,
    Status.WAITLISTED,
    Status.NOT_THIS_TIME,
    Status.WITHDRAWN,
)
TOGETHER = [
    (
        "Decide now, tell them later",
        [
            *((f"{PENDING}:{value}", f"Pending: {label}") for value, label in LETTER_STATUSES),
            (CLEAR, "Take the pending decision off"),
        ],
    ),
    ("Change the status, tell nobody", [(f"{MOVE}:{each.value}", each.label) for each in MOVED_TOGETHER]),
]


class ChoiceOfActionForm(forms.Form):
    """What to do with the applications ticked in the register."""

    do = forms.ChoiceField(
        label="With those ticked",
        choices=[("", "Choose what to do"), *TOGETHER],
        error_messages={"required": "Choose what to do with them."},
    )

    @property
    def kind(self) -> str:
        """``PENDING``, ``CLEAR`` or ``MOVE``."""
        return self.cleaned_data["do"].partition(":")[0]

    @property
    def to(self) -> Status | None:
        """The status to decide or move to; none for taking a decision off."""
        value = self.cleaned_data["do"].partition(":")[2]
        return Status(value) if value else None


class TogetherForm(ChoiceOfActionForm):
    """A decision about many, with how each was seen when it was confirmed: “12.received.offered,13.…”."""

    do = forms.ChoiceField(choices=TOGETHER, widget=forms.HiddenInput)
    seen = forms.RegexField(r"^\d{1,18}\.[a-z_]+\.[a-z_]*(,\d{1,18}\.[a-z_]+\.[a-z_]*)*$", widget=forms.HiddenInput)
    why = why_field()

    def as_seen(self, applications) -> list[Application]:
        """Those of the queryset ``applications`` that were confirmed, as they were seen then."""
        seen = {
            int(pk): standing for pk, *standing in (each.split(".") for each in self.cleaned_data["seen"].split(","))
        }
        found = applications.in_bulk(list(seen))
        for pk, application in found.items():
            application.status, application.pending_status = seen[pk]
        return [found[pk] for pk in seen if pk in found]


def seen_now(applications) -> str:
    """How ``applications`` stand, for ``TogetherForm``."""
    return ",".join(f"{each.pk}.{each.status}.{each.pending_status}" for each in applications)
