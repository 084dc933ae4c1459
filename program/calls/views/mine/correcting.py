"""Correcting one's answers until the call closes: the same form filled in, a look at it, the saving."""

from contextlib import suppress

from program.calls.forms import AnswerForm
from program.calls.forms.again import typed_again
from program.calls.forms.transcript import stored
from program.calls.services import correcting, owning
from program.calls.services.deciding import IllegalMove
from program.calls.views.mine.door import back, by_own_link, show
from program.calls.views.mine.resent import Resent
from program.calls.views.showing import FILE_GONE, kept_by_the_browser_alone
from program.files.services import FilesGone


@by_own_link
@kept_by_the_browser_alone
def correct(request, application, secret):
    """The form with the answers that are stored; nothing changes until they are saved."""
    is_in_time = owning.may_correct(application, at=request.arrived_at)
    if request.method != "POST" and not is_in_time:
        return back(secret)
    resent = Resent(request, application, takes_files=is_in_time)
    form = _form(request, application, resent)
    if request.method != "POST":
        return _show(request, "correct", application, secret, form.forget_errors(), resent)
    if not is_in_time:
        return _refuse(request, application, secret, form)
    step = request.POST.get("step")
    if step == "change" and not resent.refused:
        return _show(request, "correct", application, secret, form.forget_errors(), resent)
    if not form.is_valid():
        return _show(request, "correct", application, secret, form, resent)
    if step != "save" or form.lost_a_question:
        return _show(request, "correct_check", application, secret, form, resent)
    return _save(request, application, secret, form, resent)


def _save(request, application, secret, form, resent):
    try:
        # Deleted meanwhile: the address they come back to says so.
        with suppress(IllegalMove):
            correcting.correct(
                application=application,
                secret=secret,
                began_from=request.POST.get("began_from", ""),
                applicant=form.applicant,
                answers=form.answers,
                files=resent.kept.values(),
                at=request.arrived_at,
            )
    except correcting.CorrectedMeanwhile:
        application.refresh_from_db()
        # Both are shown. Whoever saves now has seen what is stored, so the form begins from that.
        both = {"stored_sections": stored(application), "began_from": correcting.version_of(application)}
        return _show(request, "correct_check", application, secret, form, resent, **both)
    except correcting.TooLate:
        return _refuse(request, application, secret, form)
    except FilesGone:
        resent.say_which_are_gone(FILE_GONE)
        form = _form(request, application, resent)
        form.is_valid()
        return _show(request, "correct", application, secret, form, resent)
    return back(secret)


def _form(request, application, resent) -> AnswerForm:
    data = request.POST if request.method == "POST" else typed_again(application)
    return AnswerForm(application.call, data, kept=resent.kept, refused=resent.refused)


def _show(request, name, application, secret, form, resent, **more):
    began_from = request.POST.get("began_from") or correcting.version_of(application)
    context = {
        "form": form,
        "errors": form.error_summary if name == "correct" else [],
        "page": application.call,
        "sections": form.transcript if name == "correct_check" else [],
        "hidden_html": form.hidden_html() if name == "correct_check" else "",
        "resent": resent,
        "began_from": began_from,
        "late_until": _late_until(request, application),
        **more,
    }
    return show(request, name, application, secret, **context)


def _late_until(request, application):
    """The end of the late code that keeps a closed call open to this application."""
    is_open = application.call.is_accepting(request.arrived_at)
    return application.late_code.opens_until if application.late_code and not is_open else None


def _refuse(request, application, secret, form):
    """Too late by the clock or by a decision: what was typed is given back, what is stored stands."""
    is_open = application.call.is_accepting(request.arrived_at)
    return show(request, "correct_refused", application, secret, status=403, sections=form.transcript, is_open=is_open)
