"""The page on which staff choose what to export, and the file it gives."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from home.models import AssociationSettings
from program.calls.exporting import Table, csv_lines, xlsx_file
from program.calls.forms.exporting import CSV, ExportForm
from program.calls.models import Application, Reading
from program.calls.permissions import may_export_applications
from program.calls.services.looking import record_export

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export_applications(request):
    """Show the choices; on POST, record the export and send the file, row by row."""
    if not may_export_applications(request.user):
        raise PermissionDenied
    form = ExportForm(request.POST) if request.method == "POST" else ExportForm(initial=_chosen_before(request))
    if not form.is_valid():
        return TemplateResponse(request, "calls/admin/export.html", {"form": form})
    applications = form.narrowed(Application.objects.readable_by(request.user))
    call = form.cleaned_data["call"]
    hidden = Application.objects.with_verdicts_hidden_from(request.user)
    verdicts = Reading.objects.exclude(application__in=hidden.values("pk"))
    table = Table(applications, form.cleaned_data["columns"], verdicts=verdicts, one_call=call is not None)
    record_export(call=call, by=request.user, at=request.arrived_at, rows=applications.count(), columns=table.labels)
    return _file(table, form.cleaned_data["kind"], call, request)


def _chosen_before(request) -> dict:
    """What the register was narrowed to, where the way here began there; nonsense is dropped."""
    names = {"call": "call__id__exact", "status": "status__exact", "library_type": "library_type__exact",
             "region": "region__id__exact"}  # fmt: skip
    before = ExportForm({name: request.GET.get(parameter, "") for name, parameter in names.items()})
    before.is_valid()
    return {name: before.cleaned_data.get(name) for name in names}


def _file(table, kind, call, request):
    zone = AssociationSettings.load(request_or_site=request).zone
    name = f"applications-{call.slug if call else 'all'}-{timezone.localdate(request.arrived_at, zone)}.{kind}"
    if kind == CSV:
        response = StreamingHttpResponse(csv_lines(_in(zone, table)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        file = xlsx_file(_in(zone, table), "Applications")
        response = FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)
    response["Cache-Control"] = "no-store, private"
    return response


def _in(zone, table):
    """The rows of ``table`` with its times in ``zone``: they are made when the view has long returned."""
    with timezone.override(zone):
        yield from table.rows()
