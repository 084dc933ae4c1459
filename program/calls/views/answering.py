"""Answering a call: the form, the page to check one's answers, the sending."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from program.calls.forms import AnswerForm
from program.calls.services import answering

# Kept by the applicant's own browser and by nothing between. With “no-store” its Back button would show an
# empty form, or an error in place of the answers to check, and what was typed would be gone.
kept_by_the_browser_alone = cache_control(private=True, no_cache=True)


@kept_by_the_browser_alone
def answer_call(request, call):
    """The form of a call, the page to check one's answers, and the sending of them.

    All that was typed travels in the page itself: an expired session, a lost token or a restart
    of the server costs nobody a word.
    """
    if request.method != "POST":
        if not call.is_accepting(request.arrived_at):
            return _refuse(request, call)
        return _show(request, "answer_form", call, form=AnswerForm(call), secret=answering.new_secret())

    form = AnswerForm(call, request.POST)
    secret = request.POST.get("secret", "")
    sent_before = answering.find_by_secret(secret)
    if sent_before and sent_before.call_id == call.pk:
        changed = form.is_valid() and answering.differs(sent_before, form.applicant, form.answers)
        return redirect(_receipt_address(secret) + ("?again=changed" if changed else "?again=same"))
    token_is_gone = getattr(request, "token_is_gone", False)
    # A page without its token may have been made by somebody else, who would know its secret, and so
    # the address of the receipt.
    has_secret = answering.is_secret(secret) and not sent_before and not token_is_gone
    if not has_secret:
        secret = answering.new_secret()
    if not call.is_accepting(request.arrived_at):
        return _refuse(request, call, form)

    step = request.POST.get("step")
    if step == "change" or not form.is_valid():
        return _show(request, "answer_form", call, form=form, secret=secret, token_is_gone=token_is_gone)
    if step != "send" or not has_secret:
        return _show(request, "answer_check", call, form=form, secret=secret, token_is_gone=token_is_gone)
    answering.submit(
        call=call, secret=secret, applicant=form.applicant, answers=form.answers, arrived_at=request.arrived_at
    )
    return redirect(_receipt_address(secret))


def preview_form(request, call):
    """The form as applicants will see it, for the editor who writes the call. Sends nothing."""
    return _show(request, "answer_form", call, form=AnswerForm(call), secret="", is_preview=True)


def _show(request, name, call, *, form, secret, token_is_gone=False, **more):
    context = call.get_context(request) | {
        "form": form,
        "secret": secret,
        "sections": form.transcript if name == "answer_check" else None,
        "hidden": form,
        "token_is_gone": token_is_gone,
        **more,
    }
    return _private(TemplateResponse(request, f"calls/{name}.html", context))


def _refuse(request, call, form=None):
    """Say that the call is not open, and give back whatever was typed."""
    context = call.get_context(request) | {"sections": form.transcript if form else []}
    return _private(TemplateResponse(request, "calls/answer_refused.html", context, status=403))


def _private(response):
    response["X-Robots-Tag"] = "noindex"
    return response


def _receipt_address(secret):
    return reverse("personal:application", args=[secret])
