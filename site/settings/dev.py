"""Working on the site, and trying it out: safe on one's own machine only."""

from .base import *  # noqa: F403 - settings modules are layered by star import, as in Django's own templates
from .base import STORAGES, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
INTERNAL_IPS = ["127.0.0.1"]
SECRET_KEY = "for development only, never for a public site"  # noqa: S105 - production.py demands a real one
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
VAR_DIR.mkdir(exist_ok=True)
