"""Leaving: withdrawing an application."""

from contextlib import suppress

from program.calls.forms import WhyForm
from program.calls.services import owning
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
