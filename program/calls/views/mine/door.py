"""The door of every page under an applicant's own link."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt

from program.calls.services import owning
from program.links.decorators import personal_page


def by_own_link(view):
    """Let in whoever holds the link: ``view`` is given the application and the secret.

    Every other word of an address gives the same 404, whatever is wrong with it. No token guards the
    forms: nobody else knows their address, and somebody without cookies can withdraw, too.
    """

    @csrf_exempt
    @personal_page
    @wraps(view)
    def opened(request, secret, **captured):
        application = owning.find(secret, at=request.arrived_at)
        if application is None:
            raise Http404
        return view(request, application, secret, **captured)

    return opened


def show(request, name, application, secret, *, status=200, **context):
    """The page ``calls/mine_<name>.html`` about ``application``."""
    context |= {"application": application, "call": application.call, "secret": secret}
    return TemplateResponse(request, f"calls/mine_{name}.html", context, status=status)


def back(secret):
    """The way back to the application, after something was done."""
    return redirect("personal:application", secret)
