"""Addresses as letters write them: from the site's own name, never from a request's."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from program.links.models import PersonalLink
from program.links.services import secret_of


def absolute(path: str) -> str:
    """The whole address of ``path`` on this site."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def new_message_id() -> str:
    """A name that no other letter has, in the name of this site."""
    return f"<{uuid.uuid4()}@{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or 'localhost'}>"


def personal_path(purpose: str, secret: str) -> str:
    """Where a personal link of ``purpose`` leads: the address ``personal:<purpose>`` of site/urls.py."""
    return reverse(f"personal:{purpose}", args=[secret])


def personal_address(link: PersonalLink) -> str:
    """The whole address of ``link``. Raises ``SecretLost`` when its secret can't be worked out any more."""
    return absolute(personal_path(link.purpose, secret_of(link)))
