"""Addresses that belong to no room: robots, and what happens when a form's token is gone."""

from django.shortcuts import render
from django.views.csrf import csrf_failure as refuse
from wagtail.models import Page
from wagtail.views import serve

from program.calls.models import CallPage


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
    return refuse(request, reason)
