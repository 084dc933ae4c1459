"""The list of calls."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.template.response import TemplateResponse

from program.calls.forms import CallFilterForm
from program.calls.forms.openings import OpeningsForm
from program.calls.models import CallPage

CLOSED_CALLS_ON_A_PAGE = 20


def call_list(request, page):
    """The list of calls: open, to come, and closed with what became of them."""
    now = request.arrived_at
    form = CallFilterForm(request.GET)
    calls = CallPage.objects.child_of(page).visible().matching(form.chosen)
    closed = Paginator(calls.closed(at=now).prefetch_related("appointments"), CLOSED_CALLS_ON_A_PAGE)
    not_closed = list(calls.not_closed(at=now))
    upcoming = sorted((call for call in not_closed if call.opens_at > now), key=lambda call: call.opens_at)
    context = page.get_context(request) | {
        "filter_form": form,
        "tell_form": OpeningsForm(at=now, initial={"kinds": [form.chosen["kind"]] if "kind" in form.chosen else []}),
        "is_filtered": bool(form.chosen),
        "feed_query": f"?{urlencode(form.chosen)}" if form.chosen else "",
        "open_calls": [call for call in not_closed if call.is_accepting(now)],
        "upcoming_calls": upcoming,
        "next_call": upcoming[0] if upcoming else None,
        "closed_calls": closed.get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "calls/call_index_page.html", context)
