"""Answering an offer, and what belongs to an accepted place."""

from contextlib import suppress

from program.calls.enums import Status
from program.calls.forms import NamingForm, WhyForm
from program.calls.services import accepting, owning
from program.calls.services.deciding import IllegalMove
from program.calls.views.mine.door import back, by_own_link, show


@by_own_link
def accept(request, application, secret):
    """Asks whether the person may be named, then accepts. Who presses twice has accepted once."""
    typed = request.POST if request.method == "POST" else None
    form = NamingForm(typed, initial={"name": application.name, "library": application.library})
    return _answer(request, application, secret, "accept", form, lambda: {"naming": form.naming})


@by_own_link
def turn_down(request, application, secret):
    """Asks once more, then turns the place down."""
    form = WhyForm(request.POST if request.method == "POST" else None)
    return _answer(request, application, secret, "turn_down", form, lambda: {"why": form.cleaned_data["why"]})


@by_own_link
def naming(request, application, secret):
    """Whether and how somebody who accepted is named on the page of the call; can be changed at any time."""
    if application.status != Status.ACCEPTED:
        return back(secret)
    named = accepting.named_as(application)
    initial = {"name": application.name, "library": application.library, "may_name": "no"}
    if named:
        initial = {"name": named.name, "library": named.library, "may_name": "yes"}
    form = NamingForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        accepting.change_naming(application=application, naming=form.naming, at=request.arrived_at)
        return back(secret)
    return show(request, "naming", application, secret, form=form)


def _answer(request, application, secret, verb, form, words):
    """What both answers to an offer have in common; after its last moment, the page of the application says so."""
    if form.is_bound and form.is_valid():
        with suppress(IllegalMove):
            getattr(accepting, verb)(application=application, at=request.arrived_at, **words())
        return back(secret)
    if not owning.choices(application, at=request.arrived_at).answer_offer:
        return back(secret)
    return show(request, verb, application, secret, form=form)
