"""The optional demographics sheet, offered once after sending."""

from program.calls.forms import SheetForm
from program.calls.services import owning, sheets
from program.calls.views.mine.door import back, by_own_link, show


@by_own_link
def sheet(request, application, secret):
    """The sheet. Handing it in or skipping it ends it; a second time there is none."""
    if not owning.choices(application, at=request.arrived_at).give_demographics:
        return back(secret)
    form = SheetForm(request.POST if request.method == "POST" else None)
    if "skip" in request.POST:
        sheets.hand_in(application=application, answers={})
        return back(secret)
    if form.is_bound and form.is_valid():
        sheets.hand_in(application=application, answers=form.answers)
        return back(secret)
    return show(request, "sheet", application, secret, form=form)
