"""Many applications decided or moved at once: who it concerns is shown first, and who is left out and why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from wagtail_modeladmin.views import IndexView

from program.calls.enums import Status
from program.calls.forms.moving import CLEAR, PENDING, ChoiceOfActionForm, TogetherForm, seen_now
from program.calls.permissions import may_move_application
from program.calls.registers.list import ListView
from program.calls.services import deciding_together
from program.calls.services.deciding import refusal
from program.calls.services.deciding_together import LeftOut, Outcome, clearing_refusal, pending_refusal

NAMED_IN_A_MESSAGE = 10


class TogetherView(ListView):
    """The page that asks once more, and what follows from its button.

    Narrowed as the list is: ``all`` takes every row of it, ``pk`` those that were ticked.
    """

    IGNORED_PARAMS = (*ListView.IGNORED_PARAMS, "do", "pk", "all")

    def dispatch(self, request, *args, **kwargs):
        if not may_move_application(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        form = ChoiceOfActionForm(request.GET)
        chosen = self._chosen(request)
        if not form.is_valid() or not chosen:
            messages.error(request, "Tick whom it concerns, and choose what to do with them.")
            return redirect(f"{self.index_url}{self.get_query_string(remove=['do', 'pk', 'all'])}")
        asked = _sorted_out(chosen, form)
        confirm = TogetherForm(initial={"do": form.cleaned_data["do"], "seen": seen_now(asked.done)})
        return self._ask(confirm, asked, form)

    def post(self, request, *args, **kwargs):
        form = TogetherForm(request.POST)
        if not form.is_valid():
            messages.error(request, "Nothing was changed. Tick whom it concerns, and choose again.")
            return redirect(self.index_url)
        seen = form.as_seen(self.get_base_queryset())
        outcome = self._act(form, seen)
        _tell(request, outcome, form)
        calls = {each.call_id for each in seen}
        return redirect(f"{self.index_url}?call__id__exact={calls.pop()}" if len(calls) == 1 else self.index_url)

    def get_template_names(self):
        return ["modeladmin/calls/application/together.html"]

    def get_context_data(self, **kwargs):
        # What every page of the register has, without the list.
        return super(IndexView, self).get_context_data(**kwargs)

    def _chosen(self, request):
        if "all" in request.GET:
            return list(self.queryset)
        keys = [int(key) for key in request.GET.getlist("pk") if key.isdecimal() and len(key) < 19]
        return list(self.get_base_queryset().select_related("call").filter(pk__in=keys))

    def _act(self, form, seen) -> Outcome:
        if form.kind == CLEAR:
            return deciding_together.clear_pending(applications=seen)
        decide = deciding_together.set_pending if form.kind == PENDING else deciding_together.move_together
        return decide(
            applications=seen,
            to=form.to,
            by=self.request.user,
            at=self.request.arrived_at,
            why=form.cleaned_data["why"],
        )

    def _ask(self, confirm, asked, chosen):
        context = {
            "form": confirm,
            "asked": asked,
            "kind": chosen.kind,
            "to": chosen.to.label if chosen.to else "",
            "back_url": f"{self.index_url}{self.get_query_string(remove=['do', 'pk', 'all'])}",
        }
        return self.render_to_response(self.get_context_data(**context))


def _sorted_out(applications, form) -> Outcome:
    """Who the decision would concern and who not, as they stand now."""
    outcome = Outcome()
    for each in applications:
        if form.kind == CLEAR:
            why = clearing_refusal(each, each)
        elif form.kind == PENDING:
            why = pending_refusal(each, seen=each, to=form.to)
        else:
            why = refusal(each, seen=each.status, to=form.to)
        if why:
            outcome.left_out.append(LeftOut(each, why))
        else:
            outcome.done.append(each)
    return outcome


def _tell(request, outcome, form) -> None:
    number = len(outcome.done)
    label = Status(form.to).label if form.to else ""
    done = {
        CLEAR: f"Nothing is pending any more for {number}. Nobody was written to.",
        PENDING: f"“{label}” is pending for {number}. They hear of it when you announce the decisions.",
    }.get(form.kind, f"{number} moved to “{label}”. Nobody was written to.")
    if number:
        messages.success(request, done)
    if outcome.left_out:
        named = "; ".join(f"{each.application}: {each.why}" for each in outcome.left_out[:NAMED_IN_A_MESSAGE])
        more = len(outcome.left_out) - NAMED_IN_A_MESSAGE
        others = f" And {more} others." if more > 0 else ""
        messages.warning(request, f"{len(outcome.left_out)} left out. {named}{others}")
