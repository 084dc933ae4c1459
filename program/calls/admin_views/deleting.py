"""Pages on which staff delete an application before its time: who asked for it, and one at a time after a look."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from program.calls.enums import DeletionReason
from program.calls.forms.deleting import DeletionForm
from program.calls.models import Application
from program.calls.permissions import may_delete_application
from program.calls.services.keeping import delete_application as delete


def asked_for_deletion(request):
    """The applications whose applicants asked for deletion, the longest waiting first."""
    if not may_delete_application(request.user):
        raise PermissionDenied
    asked = Application.objects.readable_by(request.user).asking_for_deletion().select_related("call")
    return TemplateResponse(request, "calls/admin/asked_for_deletion.html", {"applications": asked})


def delete_application(request, pk):
    """Say what goes and what stays; on POST, delete."""
    if not may_delete_application(request.user):
        raise PermissionDenied
    application = get_object_or_404(Application.objects.readable_by(request.user).select_related("call"), pk=pk)
    asked = bool(application.deletion_asked_at)
    usual = DeletionReason.ASKED_FOR if asked else DeletionReason.BY_STAFF
    form = DeletionForm(request.POST or None, initial={"why": usual})
    if request.method == "POST" and form.is_valid():
        delete(
            application=application,
            at=request.arrived_at,
            why=DeletionReason(form.cleaned_data["why"]),
            by=request.user,
        )
        # Without the name: a message is kept in the browser until it is shown.
        messages.success(request, f"The application {application.reference} is deleted.")
        return redirect("asked_for_deletion" if asked else "calls_application_modeladmin_index")
    return TemplateResponse(request, "calls/admin/delete.html", {"application": application, "form": form})
