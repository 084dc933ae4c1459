from urllib.parse import urlsplit

from django.core.exceptions import ValidationError


def validate_share_address(value: str) -> None:
    """Let through an https address that carries ``{url}``; refuse all else with what to do."""
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = None
    if parts is None or parts.scheme != "https" or not parts.netloc:
        raise ValidationError({"share_address": "Begin with https:// and the address of the channel's share page."})
    if "{url}" not in value:
        raise ValidationError({"share_address": "Write {url} where the link to the page belongs."})
