"""What has to be connected before the first request."""

import pikepdf.settings
from django.core.files.storage import storages
from django.db.models.signals import post_delete


def start() -> None:
    """Connect what follows a deleted row, keep PDFs within limits, refuse to start with an unfit storage.

    Raises ``ImproperlyConfigured`` with what to change.
    """
    from program.files.judging.pdf import QPDF_LIMITS
    from program.files.models import PrivateFile
    from program.files.services import forget_content

    post_delete.connect(forget_content, sender=PrivateFile, dispatch_uid="files.forget_content")
    pikepdf.settings.set_qpdf_limits(**QPDF_LIMITS)
    storages["private"]
