"""Open calls and deadlines for programs: feed readers, calendars."""

from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

from home.models import AssociationSettings
from program.calls import feeds
from program.calls.forms import CallFilterForm
from program.calls.models import CallPage

CALENDAR = "text/calendar; charset=utf-8"
kept_for_a_while = cache_control(public=True, max_age=900)


@conditional_page
@kept_for_a_while
def atom(request, page):
    """The calls that are open, narrowed as the list is, as an Atom feed."""
    return HttpResponse(feeds.atom(**_open_calls(request, page)), content_type="application/atom+xml; charset=utf-8")


@conditional_page
@kept_for_a_while
def json_feed(request, page):
    """The same as a JSON Feed."""
    return JsonResponse(
        feeds.json_feed(**_open_calls(request, page)),
        content_type="application/feed+json",
        json_dumps_params={"ensure_ascii": False},
    )


@conditional_page
@kept_for_a_while
def calendar(request, page):
    """The deadlines of all calls that are open or will be, narrowed as the list is, to be subscribed to."""
    calls = _calls(request, page).not_closed(at=request.arrived_at)
    made = feeds.calendar(calls=calls, title=f"{page.title}: deadlines", request=request)
    return HttpResponse(made, content_type=CALENDAR)


@conditional_page
@kept_for_a_while
def deadline(request, call):
    """The deadline of one call, for one's own calendar."""
    made = feeds.calendar(calls=[call], title=call.title, request=request)
    disposition = content_disposition_header(as_attachment=True, filename=f"{call.slug}.ics")
    return HttpResponse(made, content_type=CALENDAR, headers={"Content-Disposition": disposition})


def _calls(request, page):
    return CallPage.objects.child_of(page).visible().matching(CallFilterForm(request.GET).chosen)


def _open_calls(request, page) -> dict:
    chosen = CallFilterForm(request.GET).chosen
    house = AssociationSettings.load(request_or_site=request)
    address = page.get_full_url(request) + request.path.rsplit("/", 1)[1]
    return {
        "page": page,
        "calls": list(_calls(request, page).accepting(at=request.arrived_at)),
        "address": f"{address}?{urlencode(chosen)}" if chosen else address,
        "title": f"{page.title} · {house.program_name}",
        "author": house.association_name,
        "request": request,
    }
