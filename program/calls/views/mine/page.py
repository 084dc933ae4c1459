"""The application itself: a receipt right after sending, and later where it stands."""

from django.views.decorators.http import require_POST, require_safe

from program.calls.enums import Status
from program.calls.forms.transcript import stored
from program.calls.services import owning
from program.calls.services.accepting import named_as
from program.calls.standing import is_just_sent, steps
from program.calls.views.mine.door import back, by_own_link, show
from program.models import ProgramPage


@require_safe
@by_own_link
def own_application(request, application, secret):
    """Where the application stands, what can be done about it, and a copy of the answers. Changes nothing."""
    again = request.GET.get("again")
    return show(
        request,
        "application",
        application,
        secret,
        choices=owning.choices(application, at=request.arrived_at),
        named_as=named_as(application) if application.status == Status.ACCEPTED else None,
        just_sent=is_just_sent(application, request.arrived_at),
        steps=steps(application),
        sections=stored(application),
        terms=_terms_of(application.call) | application.terms,
        ways=ProgramPage.objects.visible()[:3] if application.status == Status.NOT_THIS_TIME else [],
        again=again in {"same", "changed"},
        changed=again == "changed",
    )


@require_POST
@by_own_link
def keep_in_mind(request, application, secret):
    """After a no: whether to be thought of for other openings."""
    owning.keep_in_mind(application=application, wish=request.POST.get("wish") == "yes")
    return back(secret)


def _terms_of(call):
    return {name: getattr(call, name) for name in ("who_reads", "who_decides", "kept_months")}
