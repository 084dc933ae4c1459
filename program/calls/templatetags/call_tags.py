from django import template

from home.navigation import room
from program.calls.models import CallIndexPage, CallPage

register = template.Library()


@register.filter
def state_at(call, now):
    """Where ``call`` stands at ``now``, as a ``CallState``."""
    return call.state_at(now)


@register.inclusion_tag("calls/components/open_calls.html", takes_context=True)
def open_calls(context, limit=3):
    """The calls that close next; when none is open, the one that opens next."""
    now = context["request"].arrived_at
    calls = list(CallPage.objects.visible().accepting(at=now)[:limit])
    return {
        "calls": calls,
        "now": now,
        "index_page": room(context["request"], CallIndexPage),
        "next_call": None if calls else CallPage.objects.visible().upcoming(at=now).first(),
        "request": context["request"],
    }
