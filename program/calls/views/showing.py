"""The pages of answering a call, each with what its template takes."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

# Kept by one's own browser and by nothing between. With “no-store” its Back button would show an
# empty form, or an error in place of the answers to check, and what was typed would be gone.
kept_by_the_browser_alone = cache_control(private=True, no_cache=True)
FILE_GONE = "This file is not here any more. Choose it again."


def show_form(request, call, form, *, secret="", posted=None, part=None, **more):
    """The form, or one part of it, with all else that was typed carried along."""
    part = part or form.parts[0]
    context = {
        "form": form,
        "part": part,
        "errors": form.errors_in(part),
        "hidden_html": form.hidden_html(part) if form.data else "",
        "secret": posted.secret if posted else secret,
        "draft": posted.opened.draft if posted else None,
        "code": posted.code if posted else "",
        "token_is_gone": bool(posted) and posted.token_is_gone,
        **more,
    }
    return _page(request, call, "answer_form", context)


def show_check(request, posted):
    """All that was typed, in words, before it is sent."""
    form = posted.form
    context = {
        "form": form,
        "sections": form.transcript,
        "hidden_html": form.hidden_html(),
        "secret": posted.secret,
        "code": posted.code,
        "token_is_gone": posted.token_is_gone,
    }
    return _page(request, posted.call, "answer_check", context)


def show_sent_by_link(request, call):
    """The answers are here, sent by the link in a letter; the secret of this page does not open them."""
    return _page(request, call, "answer_sent_by_link", {})


def show_saved(request, posted, saved):
    """What happened to a draft. The same words for every address, and whether or not a letter went out."""
    form = posted.form
    refused = [
        (field.label, posted.kept.refused[field.name])
        for field in form.questions_form
        if field.name in posted.kept.refused
    ]
    context = {
        "form": form,
        "draft": saved.draft,
        "secret": saved.secret,
        "code": posted.code,
        "hidden_html": form.hidden_html(),
        "part": posted.part,
        "refused": refused,
    }
    return _page(request, posted.call, "answer_saved", context)


def refuse(request, call, form=None, *, secret="", **more):
    """Say that the call is not open, and give back whatever was typed. A late code may open it still."""
    context = {
        # Who came to type a code alone has nothing to be given back.
        "sections": form.transcript if form and form.holds_words else [],
        "taken_out": form.taken_out if form else [],
        "form": form,
        "hidden_html": form.hidden_html() if form else "",
        "secret": secret,
        "takes_codes": call.live,
        **more,
    }
    return _page(request, call, "answer_refused", context, status=403)


def address_of(secret):
    return reverse("personal:application", args=[secret])


def _page(request, call, name, context, status=200):
    context = call.get_context(request) | context
    response = TemplateResponse(request, f"calls/{name}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
