"""Asking for every public page once, so that its pictures are made before a reader waits for them."""

from django.conf import settings
from django.http.request import validate_host
from django.test import Client
from wagtail.models import Page, Site


def warm() -> tuple[int, list[str]]:
    """Ask for each public page; how many answered, and the addresses that did not."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    client = Client(raise_request_exception=False, headers={"host": _allowed_host()})
    pages = Page.objects.live().public().descendant_of(site.root_page, inclusive=True)
    addresses = [page.get_url_parts()[2] for page in pages]
    # Secure, because production sends everybody else on to https.
    failed = [address for address in addresses if client.get(address, secure=True).status_code != 200]
    return len(addresses) - len(failed), failed


def _allowed_host() -> str:
    allowed = settings.ALLOWED_HOSTS
    return "localhost" if validate_host("localhost", allowed) else allowed[0].lstrip(".")
