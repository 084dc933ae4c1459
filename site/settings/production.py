"""A public site. Refuses to start without its secret, its hosts and its database."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 - settings modules are layered by star import, as in Django's own templates
from .base import env


def _demand(name: str) -> str:
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set {name}: production does not start without it (README, environment table).")
    return value


DEBUG = False
SECRET_KEY = _demand("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is shorter than 50 characters; `make secret` prints a good one.")
# Keys that were in force before: personal links and the list of who asked not to be written to rest on them.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
_demand("ALLOWED_HOSTS")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
_demand("DATABASE_URL")
_demand("BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list(
    "CSRF_TRUSTED_ORIGINS",
    default=[f"https://*{host}" if host.startswith(".") else f"https://{host}" for host in ALLOWED_HOSTS],
)

# The router in front ends TLS and tells so in this header; it must overwrite what a visitor sends.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True

# Without a server for it mail goes nowhere: a log that held it would hold links to new passwords.
EMAIL_URL = env.str("EMAIL_URL", default="")
vars().update(env.email_url_config(EMAIL_URL or "dummymail://"))
if EMAIL_URL:
    _demand("DEFAULT_FROM_EMAIL")
LETTERS_ARE = "sent" if EMAIL_URL else "waiting"
WAGTAIL_PASSWORD_RESET_ENABLED = bool(EMAIL_URL)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.personal_links.WithoutPersonalLinks",
            "format": "{levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        # The access log has each 404 already; here its address would tell personal links.
        "django.request": {"level": "ERROR"},
        # Scanners ask for other hosts all day; they are refused with a 400, and the access log has that.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Says twice for each task that all is well, four times for each page that is saved.
        "django_tasks": {"level": "WARNING"},
    },
}
