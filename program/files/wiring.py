"""What has to be connected before the first request."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import storages
from django.db.models.signals import post_delete


def start() -> None:
    """Connect what follows a deleted row, and refuse to start with an unfit storage.

    Raises ``ImproperlyConfigured`` with what to change.
    """
    from program.files.models import PrivateFile
    from program.files.services import forget_content

    post_delete.connect(forget_content, sender=PrivateFile, dispatch_uid="files.forget_content")
    storages["private"]
    url = urlsplit(settings.CLAMAV_URL)
    if settings.CLAMAV_URL and not (url.scheme == "unix" and url.path) and not (url.scheme == "tcp" and url.hostname):
        raise ImproperlyConfigured("CLAMAV_URL is neither like tcp://host:3310 nor like unix:///run/clamav/clamd.ctl.")
