"""What an applicant comes back to: the receipt, by a link that only they have."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from program.calls.forms.transcript import stored
from program.calls.services import answering


@never_cache
def receipt(request, secret):
    """The receipt: the reference, where the application stands, and a copy of the answers.

    Whoever holds the address may read it; it names nobody else and leaks to no other site.
    """
    application = answering.find_by_secret(secret)
    if application is None:
        raise Http404
    again = request.GET.get("again")
    context = {
        "application": application,
        "sections": stored(application),
        "again": again in {"same", "changed"},
        "changed": again == "changed",
    }
    response = TemplateResponse(request, "calls/receipt.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
