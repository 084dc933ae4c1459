"""One application moved by staff, with or without a letter."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail_modeladmin.views import InstanceSpecificView

from program.calls.forms import MoveForm
from program.calls.forms.moving import NOBODY
from program.calls.permissions import may_move_application, may_read_application
from program.calls.services import announcing, deciding


class MoveView(InstanceSpecificView):
    """Move one application to another status. A letter is shown, word for word, before it goes."""

    page_title = "Change the status"

    def check_action_permitted(self, user):
        return may_move_application(user) and may_read_application(user, self.instance)

    def get_meta_title(self):
        return f"Change the status of {self.instance.reference}"

    def get_page_subtitle(self):
        return str(self.instance)

    def get(self, request, *args, **kwargs):
        seen = {"seen": self.instance.status, "tell": NOBODY}
        return self._show(MoveForm(status=self.instance.status, initial=seen))

    def post(self, request, *args, **kwargs):
        form = MoveForm(request.POST, status=self.instance.status)
        if not form.is_valid() or "back" in request.POST:
            return self._show(form)
        to = form.cleaned_data["to"]
        if form.tells and "letter_seen" not in request.POST:
            return self._show(form, letter=self._letter(to))
        if form.tells and request.POST["letter_seen"] != self._letter(to).digest:
            return self._show(form, letter=self._letter(to), letter_changed=True)
        act = announcing.tell_of_move if form.tells else deciding.move
        try:
            change = act(
                application=self.instance,
                to=to,
                seen=form.cleaned_data["seen"],
                by=request.user,
                at=request.arrived_at,
                why=form.cleaned_data["why"],
            )
        except deciding.IllegalMove:
            self.instance.refresh_from_db(fields=["status"])
            form.add_error(None, f"Somebody moved it meanwhile: it is “{self.instance.get_status_display()}” now.")
            return self._show(form)
        told = "A letter goes to the applicant." if form.tells else "Nobody was written to."
        messages.success(request, f"{self.instance} is now “{change.get_to_status_display()}”. {told}")
        return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))

    def get_template_names(self):
        return ["modeladmin/calls/application/move.html"]

    def _letter(self, to):
        return announcing.letter_of_move(application=self.instance, to=to, at=self.request.arrived_at)

    def _show(self, form, **shown):
        inspect_url = self.url_helper.get_action_url("inspect", self.instance.pk)
        return self.render_to_response(self.get_context_data(form=form, inspect_url=inspect_url, **shown))
