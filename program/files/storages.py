"""Where private files are kept on a disk: a folder of their own, that no web server knows of."""

import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage


class PrivateFolder(FileSystemStorage):
    """A folder that only the site's own user may read; what is in it has no address.

    Refuses (``ImproperlyConfigured``) a folder that the web server hands out, or one that holds such a folder.
    """

    def __init__(self, location: str):
        super().__init__(location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700)
        for name in ("MEDIA_ROOT", "STATIC_ROOT"):
            if _one_holds_the_other(Path(location), Path(getattr(settings, name))):
                raise ImproperlyConfigured(
                    f"PRIVATE_ROOT ({location}) and {name} lie inside one another: private files would be "
                    "handed out to anybody. Set PRIVATE_ROOT to a folder of its own."
                )

    def url(self, name):
        raise ValueError("A private file has no address; program.files.serving hands it out.")

    def _save(self, name, content):
        saved = super()._save(name, content)
        # “Received” has to be true after a power cut, too.
        for path in (self.path(saved), os.path.dirname(self.path(saved))):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        return saved


def _one_holds_the_other(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one.is_relative_to(other) or other.is_relative_to(one)
