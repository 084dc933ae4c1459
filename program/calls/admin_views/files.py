"""The files of an application for those who keep the register."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from program.calls.answer_files import answer_files
from program.calls.models import Application
from program.calls.permissions import may_open_file
from program.calls.services.looking import record_download
from program.files import serving


@require_safe
def open_file(request, pk, key):
    """A file that answers a question, to save; recorded under the question, as its name may be a person's.

    What somebody may not open is not found, like what there is not.
    """
    application = get_object_or_404(Application.objects.select_related("call"), pk=pk)
    found = answer_files(application).get(key)
    if found is None or not may_open_file(request.user, application, found.file):
        raise Http404
    response = serving.attachment(found.file)
    record_download(application=application, by=request.user, at=request.arrived_at, what=found.question)
    return response
