from wagtail.admin.forms.pages import CopyForm
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm

from program.calls.placeholders import uses

NO_DAY = "The call has no day by which applicants hear: write it, or take {hear_by} out."
MISSING_DATES = {"opens_at": "Write when the call opens.", "closes_at": "Write when the call closes."}


class CallPageForm(WagtailAdminFormPageForm):
    """The editor's form of a call; the base refuses two questions that would share one key."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, words in MISSING_DATES.items():
            self.fields[name].error_messages["required"] = words

    def clean(self):
        """Refuse to publish a call without a question."""
        cleaned_data = super().clean()
        if not self.is_deferred_validation and not self._has_question():
            self.add_error(None, "Ask at least one question: open the tab “Questions” and add it.")
        self._check_letters(cleaned_data)
        return cleaned_data

    def _check_letters(self, cleaned_data):
        """No day is named in a letter that the call does not have."""
        for letter in self._letters():
            if uses(letter.cleaned_data["text"], "hear_by") and not cleaned_data.get("hear_by"):
                letter.add_error("text", NO_DAY)

    def _letters(self):
        formset = self.formsets.get("letter_texts")
        if formset is None or not formset.is_bound:
            return []
        kept = [form for form in formset.forms if form not in formset.deleted_forms and form.is_valid()]
        return [form for form in kept if form.cleaned_data.get("text")]

    def _has_question(self) -> bool:
        formset = self.formsets.get("questions")
        if formset is None:
            return True
        return any(
            form.has_changed() or form.instance.pk for form in formset.forms if form not in formset.deleted_forms
        )


class CallCopyForm(CopyForm):
    """Asks for title, slug and place alone.

    A copy has no dates yet, so it can't be published with the same button; and of two pages that mirror
    one another, each would take answers of its own.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
