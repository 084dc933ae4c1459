from wagtail.contrib.forms.forms import WagtailAdminFormPageForm


class CallPageForm(WagtailAdminFormPageForm):
    """The editor's form of a call; the base refuses two questions that would share one key."""

    def clean(self):
        """Refuse to publish a call without a question."""
        cleaned_data = super().clean()
        if not self.is_deferred_validation and not self._has_question():
            self.add_error(None, "Ask at least one question: open the tab “Questions” and add it.")
        return cleaned_data

    def _has_question(self) -> bool:
        formset = self.formsets.get("questions")
        if formset is None:
            return True
        return any(
            form.has_changed() or form.instance.pk for form in formset.forms if form not in formset.deleted_forms
        )
