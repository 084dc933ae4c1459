"""Personal links: made, opened and ended here and nowhere else. Looking one up changes nothing.

    link = issue(purpose="application", target=application, at=request.arrived_at)
    resolve(secret, purpose="application", at=request.arrived_at)  # the application, or None

A secret is 43 characters of an address (256 bits). It is derived from a random nonce and SECRET_KEY, so
that a stolen database opens nothing, and a letter can be sent again without anybody having kept it.
"""

import base64
import hashlib
import re
import secrets
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.crypto import salted_hmac

from program.links.models import PersonalLink

SALT = "program.links.services"
SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")


class SecretLost(Exception):
    """The link was made under a SECRET_KEY that is neither in force nor among SECRET_KEY_FALLBACKS.

    Whoever holds the link can still open it; it can't be written out again. ``reissue`` makes another.
    """


def issue(*, purpose: str, target: Model, at: datetime, expires_at: datetime | None = None) -> PersonalLink:
    """Make a new link to ``target``; without ``expires_at`` it opens as long as the target lives.

    Links made before go on opening. ``purpose`` is a slug; the address ``personal:<purpose>`` takes its secret.
    """
    return _make(purpose=purpose, target=target, created_at=at, expires_at=expires_at)


def reissue(link: PersonalLink, at: datetime) -> PersonalLink:
    """Make another link that opens exactly what ``link`` opens: nothing, if that one was revoked or is over."""
    return _make(
        purpose=link.purpose,
        content_type_id=link.content_type_id,
        object_id=link.object_id,
        created_at=at,
        expires_at=link.expires_at,
        revoked_at=link.revoked_at,
    )


def secret_of(link: PersonalLink) -> str:
    """The secret of ``link``, worked out anew. Raises ``SecretLost`` when the key it was made with is gone."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = _derive(bytes(link.nonce), key)
        if _digest(secret) == link.digest:
            return secret
    raise SecretLost(f"SECRET_KEY changed since the personal link {link.pk} was made; add the old one to its fallbacks")


def find(secret: str, *, purpose: str, at: datetime) -> PersonalLink | None:
    """The link with ``secret`` that opens ``purpose`` at ``at``; None for every other word, whatever is wrong."""
    if not SHAPE.fullmatch(secret):
        return None
    return PersonalLink.objects.valid(at).filter(digest=_digest(secret), purpose=purpose).first()


def resolve(secret: str, *, purpose: str, at: datetime) -> Model | None:
    """What ``secret`` opens at ``at``; the same None for unknown, expired, revoked, of another purpose, misshapen."""
    link = find(secret, purpose=purpose, at=at)
    return link.target if link else None


def revoke(*, target: Model, at: datetime, purpose: str | None = None, but: str = "") -> int:
    """End all links to ``target``, or those of one purpose, ``but`` the one with that secret.

    Returns how many opened something until now.
    """
    links = PersonalLink.objects.leading_to(target).filter(revoked_at=None).exclude(digest=_digest(but))
    return (links.filter(purpose=purpose) if purpose else links).update(revoked_at=at)


def lead_elsewhere(*, source: Model, target: Model, purpose: str) -> int:
    """Let the links to ``source`` lead to ``target`` for ``purpose`` from now on, as long as that lives.

    Those that were revoked stay so. Call it before ``source`` is deleted; its links would go with it.
    """
    content_type = ContentType.objects.get_for_model(target)
    return PersonalLink.objects.leading_to(source).update(
        content_type=content_type, object_id=target.pk, purpose=purpose, expires_at=None
    )


def _make(**fields) -> PersonalLink:  # type: ignore[no-untyped-def]
    nonce = secrets.token_bytes(32)
    return PersonalLink.objects.create(nonce=nonce, digest=_digest(_derive(nonce, settings.SECRET_KEY)), **fields)


def _derive(nonce: bytes, key: str | bytes) -> str:
    derived = salted_hmac(SALT, nonce, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(derived).rstrip(b"=").decode()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
