"""Addresses that belong to no room: robots, and what is said where a request can't be answered as it came."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views import defaults
from django.views.csrf import csrf_failure as refuse
from wagtail.models import Page
from wagtail.views import serve

from program.calls.models import CallPage
from program.calls.views import give_back


def robots(request):
    """Let crawlers read all that is public and keep them out of the admin and of personal links."""
    return render(request, "robots.txt", content_type="text/plain")


def csrf_failure(request, reason=""):
    """Give an applicant whose token has gone their own words back; refuse everybody else.

    The view of the call is told by ``request.token_is_gone`` and then stores nothing.
    """
    route = Page.route_for_request(request, request.path)
    if route and isinstance(route.page, CallPage):
        request.token_is_gone = True
        return serve(request, request.path_info.lstrip("/"))
    return give_back(request) or refuse(request, reason)


def not_found(request, exception):
    """Nothing at this address; what was typed into the form of a call that was taken down is given back."""
    return give_back(request) or defaults.page_not_found(request, exception)


def bad_request(request, exception):
    """A request that can't be read. One that is too large is told so: the way back has all that was typed."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return HttpResponse(render_to_string("413.html"), status=413)
    return defaults.bad_request(request, exception)
