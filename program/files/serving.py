"""Handing a private file out. Whether the one who asks may have it is for the calling view to say, before."""

import logging

from django.http import FileResponse, Http404

from program.files.enums import Kind
from program.files.models import PrivateFile

logger = logging.getLogger(__name__)


def attachment(file: PrivateFile) -> FileResponse:
    """``file`` as something to save, never to be shown by the browser or kept by anything between.

    Checks nobody: the view that calls it has asked its permissions. Raises ``Http404``, and says so in the
    log, where the storage has lost the content; ``reconcile`` finds that, too.
    """
    try:
        content = file.open()
    except FileNotFoundError:
        logger.exception("Private file %s has a row and no content", file.pk)
        raise Http404 from None
    response = FileResponse(content, as_attachment=True, filename=file.name, content_type=Kind(file.kind).content_type)
    response["Content-Length"] = file.size
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Robots-Tag"] = "noindex"
    return response
