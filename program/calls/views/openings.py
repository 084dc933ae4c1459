"""Asking to be told when a call opens, confirming it, choosing, leaving."""

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from home.visitors import sender_digest
from program.calls.forms.openings import KindsForm, OpeningsForm
from program.calls.models import CallPage
from program.calls.services import openings
from program.links.decorators import personal_page
from program.links.services import resolve


# A post from another site would have nobody's rights here: it can only ask, and the letter asks back. Without a
# token the list of calls can have the form and still give no cookie to those who only read.
@csrf_exempt
@cache_control(private=True, no_cache=True)
def be_told(request):
    """The form to be told of openings; what is said after it is the same for every address."""
    at = request.arrived_at
    if request.method != "POST":
        return _show(request, "openings_form", form=OpeningsForm(at=at), is_sent="sent" in request.GET)
    form = OpeningsForm(request.POST, at=at)
    if not form.is_valid():
        return _show(request, "openings_form", form=form)
    if not form.is_from_a_machine:
        openings.ask(
            email=form.cleaned_data["email"],
            kinds=form.cleaned_data["kinds"],
            sender_digest=sender_digest(request),
            at=at,
        )
    return redirect(f"{reverse('be_told')}?sent=yes")


@personal_page
def confirm(request, secret):
    """Where the letter leads: the press puts somebody on the list, opening the page does not."""
    at = request.arrived_at
    subscription = _subscription(secret, "openings-confirm", at)
    if request.method == "POST":
        openings.confirm(subscription=subscription, at=at)
        return redirect(request.path)
    open_now = CallPage.objects.visible().accepting(at=at) if subscription.confirmed_at else []
    return _show(request, "openings_confirm", subscription=subscription, open_now=open_now)


# Mail programs post here by themselves (RFC 8058) and bring no token; the link is the proof.
@method_decorator([csrf_exempt, personal_page], name="dispatch")
class OwnOpenings(View):
    """Where somebody on the list chooses what they hear of, or leaves. A post that says nothing else is to leave."""

    def get(self, request, secret):
        subscription = _subscription(secret, "openings", request.arrived_at)
        form = KindsForm(initial={"kinds": subscription.kinds})
        return _show(request, "openings_own", subscription=subscription, form=form, is_kept="kept" in request.GET)

    def post(self, request, secret):
        subscription = _subscription(secret, "openings", request.arrived_at)
        if request.POST.get("step") != "choose":
            openings.leave(subscription=subscription)
            return _show(request, "openings_left")
        form = KindsForm(request.POST)
        if form.is_valid():
            openings.choose(subscription=subscription, kinds=form.cleaned_data["kinds"])
        return redirect(f"{request.path}?kept=yes")


def _subscription(secret, purpose, at):
    subscription = resolve(secret, purpose=purpose, at=at)
    if subscription is None:
        raise Http404
    return subscription


def _show(request, name, **context):
    response = TemplateResponse(request, f"calls/{name}.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
