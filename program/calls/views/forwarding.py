"""Putting a colleague's name forward, and the page where the colleague says what they want."""

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from home.visitors import sender_digest
from program.calls.enums import ForwardState
from program.calls.forms.forwarding import ForwardForm
from program.calls.services import forwarding
from program.calls.views.showing import kept_by_the_browser_alone
from program.links.decorators import personal_page
from program.links.services import resolve


@kept_by_the_browser_alone
def put_forward(request, call):
    """The form to put a name forward for ``call``, and the page that says what happens next.

    That page is the same whatever the site knows of the colleague.
    """
    address = request.path
    if "sent" in request.GET and request.method != "POST":
        return _show(request, "forward_sent", call)
    if not call.is_accepting(request.arrived_at):
        return _show(request, "answer_refused", call, status=403, sections=[])
    if request.method != "POST":
        return _show(request, "forward_form", call, form=ForwardForm(at=request.arrived_at))
    form = ForwardForm(request.POST, at=request.arrived_at)
    token_is_gone = getattr(request, "token_is_gone", False)
    if not form.is_valid() or token_is_gone:
        return _show(request, "forward_form", call, form=form, token_is_gone=token_is_gone)
    if not form.is_from_a_machine:
        forwarding.put_forward(call=call, **form.named, sender_digest=sender_digest(request), at=request.arrived_at)
    return redirect(f"{address}?sent=yes")


@personal_page
def named(request, secret):
    """Where somebody whose name was put forward reads why, and says what they want. Opening it changes nothing."""
    forward = resolve(secret, purpose="forward", at=request.arrived_at)
    if forward is None:
        raise Http404
    if request.method == "POST":
        return _carry_out(request, forward, secret)
    call = forward.call
    context = {
        "forward": forward,
        "call": call,
        "is_open": call.live and call.is_accepting(request.arrived_at),
        "has_answered": forward.state == ForwardState.ANSWERED,
        "has_declined": forward.state == ForwardState.DECLINED,
    }
    return TemplateResponse(request, "calls/forward_own.html", context)


def _carry_out(request, forward, secret):
    at, step = request.arrived_at, request.POST.get("step")
    forwarding.let_know(forward=forward, may_tell="may_tell" in request.POST, at=at)
    if step == "decline":
        forwarding.decline(forward=forward, at=at)
    elif step == "begin" and _can_begin(forward, at):
        return redirect("personal:draft", forwarding.begin(forward=forward, at=at))
    return redirect(request.path)


def _can_begin(forward, at):
    return forward.state != ForwardState.ANSWERED and forward.call.live and forward.call.is_accepting(at)


def _show(request, name, call, *, status=200, **more):
    context = call.get_context(request) | more
    response = TemplateResponse(request, f"calls/{name}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
