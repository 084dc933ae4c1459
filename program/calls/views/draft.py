"""Where somebody goes on with a draft, by the link in their letter."""

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from program.calls.forms import AnswerForm
from program.calls.services import drafting, keeping_files
from program.calls.services.form_secrets import is_secret, look_up
from program.calls.views.showing import address_of, refuse, show_form
from program.links.decorators import personal_page


@require_http_methods(["GET", "HEAD", "POST"])
@personal_page
def own_draft(request, secret):
    """The form with all that was kept. Opening it changes nothing; a post throws the draft away.

    A draft that was sent meanwhile leads to the application. One whose call has closed gives its words back.
    """
    opened = look_up(secret, at=request.arrived_at) if is_secret(secret) else None
    if opened and opened.application:
        return redirect(address_of(secret))
    if opened is None or opened.draft is None:
        raise Http404
    draft, call = opened.draft, opened.draft.call
    if request.method == "POST":
        drafting.throw_away(draft=draft)
        return TemplateResponse(request, "calls/draft_thrown_away.html", {"call": call})
    data = drafting.typed(draft)
    kept = keeping_files.kept_files(call=call, key=opened.key)
    form = AnswerForm(call, data, kept=kept.files).forget_errors()
    if not call.live or not call.is_accepting(request.arrived_at):
        return refuse(request, call, form, secret=secret, draft=draft)
    return show_form(request, call, form, secret=secret, part=form.part(data.get("part")), draft=draft, is_own=True)
