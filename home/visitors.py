"""Where a request comes from, as far as limits need to know it: a digest, never the address itself."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# What one household or one machine has of the newer addresses.
ONE_HOUSEHOLD = 64


def sender_digest(request: HttpRequest) -> str:
    """The same word for the same sender, under our own key; no address can be read out of it."""
    return salted_hmac("home.visitors", _network_of(_address_of(request)), algorithm="sha256").hexdigest()


def _address_of(request: HttpRequest) -> str:
    """The address the outermost of our ``TRUSTED_PROXIES`` saw; whatever a visitor put before it is not believed."""
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    number = settings.TRUSTED_PROXIES
    return told[-number] if 0 < number <= len(told) else request.META.get("REMOTE_ADDR", "")


def _network_of(address: str) -> str:
    try:
        found = ip_address(_without_port(address))
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, ONE_HOUSEHOLD), strict=False))


def _without_port(address: str) -> str:
    """Some routers add the port, which is another one for each connection: no limit would ever be reached."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address
