from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from spotlights.validators import validate_everyone_consented


class SpotlightPageForm(WagtailAdminPageForm):
    """The editor's form of a spotlight: says at once what the page would refuse on publishing."""

    def clean(self):
        cleaned_data = super().clean()
        withdrawn = [colleague.name for colleague in self._colleagues() if colleague.withdrawn_on]
        if self.instance.live and withdrawn:
            # A draft would keep the withdrawal to itself while the page stays public.
            self.add_error(
                None,
                f"{' and '.join(withdrawn)} has withdrawn: unpublish this page first (three dots, Unpublish), "
                "then write the day here.",
            )
        elif not self.is_deferred_validation:
            try:
                validate_everyone_consented(
                    self._colleagues(),
                    shows_photo=bool(cleaned_data.get("picture") or cleaned_data.get("photos")),
                )
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned_data

    def _post_clean(self):
        """Ask the page about all but its public state: the rows as typed are in this form and not yet on the page.

        ``clean`` has judged them above; the page judges again, whatever the road, when it is saved.
        """
        live, self.instance.live = self.instance.live, False
        try:
            super()._post_clean()
        finally:
            self.instance.live = live

    def _colleagues(self):
        """The rows as typed, those marked for deletion left out."""
        formset = self.formsets["colleagues"]
        rows = []
        for form in formset.forms:
            if form in formset.deleted_forms or not form.is_valid():
                continue
            if form.has_changed() or form.instance.pk:
                rows.append(form.instance)
        return rows
