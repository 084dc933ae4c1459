"""Answering a call: the form in its parts, the page to check one's answers, the sending."""

from django.http import JsonResponse
from django.shortcuts import redirect

from home.templatetags.moments import hour
from home.visitors import sender_digest
from program.calls.forms import AnswerForm
from program.calls.services import answering, drafting, keeping_files, late_codes
from program.calls.services.form_secrets import is_shut_out
from program.calls.views.posted import Posted
from program.calls.views.showing import (
    FILE_GONE,
    address_of,
    kept_by_the_browser_alone,
    refuse,
    show_check,
    show_form,
    show_saved,
    show_sent_by_link,
)
from program.files.services import AlreadyAttached, FilesGone

ADDED = "A question was added while you wrote. Look through the form; the rest is as you left it."


@kept_by_the_browser_alone
def answer_call(request, call):
    """The form of a call, the page to check one's answers, and the sending of them.

    All that was typed travels in the page itself, and files are kept under the page's secret: an expired
    session, a lost token or a restart of the server costs nobody a word.
    """
    if request.method != "POST":
        if not call.is_accepting(request.arrived_at):
            return refuse(request, call)
        return show_form(request, call, AnswerForm(call), secret=answering.new_secret())
    posted = Posted(request, call)
    if posted.sent_before:
        return _say_it_is_here(request, posted)
    if posted.step == "keep":
        return _keep_as_they_type(request, posted)
    if not posted.is_accepted:
        return refuse(request, call, posted.form, secret=posted.secret, code_is_wrong=posted.code_is_wrong)
    try:
        posted.take_files_in()
        return STEPS.get(posted.step, _check)(request, posted)
    except AlreadyAttached:
        # Sent by another road in this very moment.
        again = Posted(request, call)
        if not again.sent_before:
            raise
        return _say_it_is_here(request, again)
    except late_codes.CodeUsedUp:
        return refuse(request, call, posted.form, secret=posted.secret, code_is_used=True)


def preview_form(request, call):
    """The form as applicants will see it, for the editor who writes the call. Sends nothing."""
    return show_form(request, call, AnswerForm(call), secret="", is_preview=True)


def _check(request, posted):
    if not posted.form.is_valid() or posted.form.is_new_to_the_page:
        return _show_what_is_wrong(request, posted)
    return show_check(request, posted)


def _send(request, posted):
    # A page without a secret of its own, or one whose question was taken out, is read once more first.
    if not posted.has_secret or posted.form.lost_a_question:
        return _check(request, posted)
    if not posted.form.is_valid() or posted.form.is_new_to_the_page:
        return _show_what_is_wrong(request, posted)
    try:
        application, _ = answering.submit(
            call=posted.call,
            secret=posted.secret,
            applicant=posted.form.applicant,
            answers=posted.form.answers,
            files=posted.kept.files.values(),
            late_code=posted.late_code,
            arrived_at=request.arrived_at,
        )
    except FilesGone:
        posted.say_which_files_are_gone(FILE_GONE)
        return _show_what_is_wrong(request, posted)
    if is_shut_out(posted.secret, application):
        return show_sent_by_link(request, posted.call)
    return redirect("personal:application", posted.secret)


def _go_on(request, posted):
    form, here = posted.form, posted.part
    form.is_valid()
    if here.has_errors:
        return show_form(request, posted.call, form, posted=posted, part=here)
    if here.number == len(form.parts):
        return _check(request, posted)
    return show_form(request, posted.call, form.forget_errors(), posted=posted, part=form.part(here.number + 1))


def _go_to(request, posted):
    """Back to the part before, or from the check page to one of them; without a word about what is not there yet."""
    form = posted.form
    number = posted.part.number - 1 if posted.step == "back" else posted.part.number
    if posted.kept.refused:
        form.is_valid()
        return show_form(request, posted.call, form, posted=posted, part=form.first_wrong_part)
    return show_form(request, posted.call, form.forget_errors(), posted=posted, part=form.part(max(number, 1)))


def _save(request, posted):
    form = posted.form
    if posted.token_is_gone:
        # Another site may have made this page: it can have no letters written.
        return show_form(request, posted.call, form.forget_errors(), posted=posted, part=posted.part)
    if not form.email:
        problem = "Write your e-mail address, so that we can send you the way back to this draft."
        form.forget_errors().applicant_form.add_error("email", problem)
        return show_form(request, posted.call, form, posted=posted, part=form.part(1))
    saved = drafting.save(
        call=posted.call,
        opened=posted.opened,
        secret=posted.secret,
        data=form.data,
        late_code=posted.late_code,
        sender=sender_digest(request),
        at=request.arrived_at,
    )
    return show_saved(request, posted, saved)


def _keep_as_they_type(request, posted):
    """What a page posts by itself once somebody has saved a draft. It says when it was kept, or that it was not."""
    kept = posted.has_secret and drafting.update(opened=posted.opened, data=posted.form.data, at=request.arrived_at)
    return JsonResponse({"kept_at": hour(request.arrived_at) if kept else None}, status=200 if kept else 409)


def _say_it_is_here(request, posted):
    if posted.step == "keep":
        return JsonResponse({"kept_at": None}, status=409)
    form, sent = posted.form, posted.sent_before
    if is_shut_out(posted.secret, sent):
        return show_sent_by_link(request, posted.call)
    changed = form.is_valid() and (
        answering.differs(sent, form.applicant, form.answers) or keeping_files.differ(posted.kept, posted.uploads)
    )
    return redirect(f"{address_of(posted.secret)}?again={'changed' if changed else 'same'}")


def _show_what_is_wrong(request, posted):
    form = posted.form
    form.is_valid()
    part = form.first_wrong_part
    note = ADDED if form.is_new_to_the_page else ""
    if note and not part.has_errors:
        part = form.part_with_a_new_question
    return show_form(request, posted.call, form, posted=posted, part=part, note=note)


STEPS = {
    "check": _check,
    "send": _send,
    "next": _go_on,
    "back": _go_to,
    "change": _go_to,
    "code": _go_to,
    "save": _save,
}
