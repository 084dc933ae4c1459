"""The test suite: everything as in production but for what would make it slow or send something out."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403 - settings modules are layered by star import, as in Django's own templates
from .base import DATABASES, STORAGES, VAR_DIR

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SECRET_KEY = "for tests only"  # noqa: S105 - no test data outlives its run
VAR_DIR.mkdir(exist_ok=True)
DATABASES["default"].setdefault("TEST", {})
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="pay-it-forward-media-"))
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
LETTERS_ARE = "sent"
PRIVATE_ROOT = Path(tempfile.mkdtemp(prefix="pay-it-forward-private-"))
atexit.register(shutil.rmtree, PRIVATE_ROOT, ignore_errors=True)
CLAMAV_URL = ""
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {
    "private": {"BACKEND": "program.files.storages.PrivateFolder", "OPTIONS": {"location": PRIVATE_ROOT}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # Nothing is collected for a test; WhiteNoise warns of an empty folder otherwise.
