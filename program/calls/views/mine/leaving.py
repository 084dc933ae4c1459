"""Leaving: withdrawing an application, and having it deleted."""

from contextlib import suppress

from django.http import Http404
from django.template.response import TemplateResponse

from program.calls.forms import WhyForm
from program.calls.services import erasing, owning
from program.calls.services.deciding import IllegalMove
from program.calls.views.mine.door import back, by_own_link, show


@by_own_link
def withdraw(request, application, secret):
    """Asks once more, then withdraws. Who presses twice has withdrawn once."""
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        # Where nothing is left to withdraw, the page they come back to says what is.
        with suppress(IllegalMove):
            owning.withdraw(application=application, at=request.arrived_at, why=form.cleaned_data["why"])
        return back(secret)
    if not owning.choices(application, at=request.arrived_at).withdraw:
        return back(secret)
    return show(request, "withdraw", application, secret, form=form)


@by_own_link
def delete(request, application, secret):
    """Says whether it happens at once or by staff, asks once more, then does it."""
    if request.method != "POST":
        at_once = erasing.is_deleted_at_once(application)
        return show(request, "delete", application, secret, at_once=at_once)
    try:
        is_gone = erasing.ask(application=application, at=request.arrived_at)
    except IllegalMove:
        raise Http404 from None
    if not is_gone:
        return back(secret)
    # Nothing is left to go back to, so this page is the answer itself.
    return TemplateResponse(request, "calls/mine_deleted.html", {"call": application.call})
