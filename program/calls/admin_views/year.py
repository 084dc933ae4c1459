"""The report of a year: counts and charts, to read and to print."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils import timezone

from home.models import AssociationSettings
from program.calls.counting import Report, years
from program.calls.forms.year import YearForm
from program.calls.permissions import may_see_counts


def year_report(request):
    """Counts of one year. Names nobody and shows no row."""
    if not may_see_counts(request.user):
        raise PermissionDenied
    association = AssociationSettings.load(request_or_site=request)
    # A year begins where the association is, and a template's dates are read there, too.
    with timezone.override(association.zone):
        form = YearForm(request.GET, years=years(today=association.local_date(request.arrived_at)))
        report = Report(form.chosen, at=request.arrived_at)
        context = {"form": form, "report": report, "association": association, "at": request.arrived_at}
        return TemplateResponse(request, "calls/admin/year.html", context).render()
