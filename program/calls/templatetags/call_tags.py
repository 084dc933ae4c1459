from django import template

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
    calls = list(CallPage.objects.live().public().accepting(at=now)[:limit])
    return {
        "calls": calls,
        "now": now,
        "index_page": CallIndexPage.objects.live().first(),
        "next_call": None if calls else CallPage.objects.live().public().upcoming(at=now).first(),
        "request": context["request"],
    }
