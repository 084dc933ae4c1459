"""Who asked never to be written to. Only a digest under our own key is kept of an address."""

import unicodedata
from datetime import datetime

from django.conf import settings
from django.utils.crypto import salted_hmac

from program.letters.models import NeverWrite

SALT = "program.letters.never_write"


def never_write(address: str, at: datetime) -> None:
    """Remember that ``address`` asked not to be written to unasked. Asking twice changes nothing."""
    NeverWrite.objects.get_or_create(digest=_digest(address, settings.SECRET_KEY), defaults={"at": at})


def may_write_to(address: str) -> bool:
    """Whether a letter that nobody asked for may go to ``address``."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return not NeverWrite.objects.filter(digest__in=[_digest(address, key) for key in keys]).exists()


def _digest(address: str, key: str | bytes) -> str:
    return salted_hmac(SALT, mailbox(address), secret=key, algorithm="sha256").hexdigest()


def mailbox(address: str) -> str:
    """The mailbox behind ways to write an address: without case, and without the part behind a plus."""
    local, _, domain = unicodedata.normalize("NFKC", address).strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
