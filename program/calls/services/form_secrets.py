"""What the secret of a form opens: the application sent with it, or the draft kept under it.

A secret is made when a form is opened. A draft's personal link is another secret for the same thing, so both
have one key: whichever of them an answer is sent with, it is one application.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from program.calls.models import Application, Draft
from program.links.models import PersonalLink

SECRET_PATTERN = re.compile(r"[A-Za-z0-9_-]{43}")
# Purposes of personal links: to an application, and to a draft.
APPLICATION, DRAFT = "application", "draft"
ATTEMPTS = 5


@dataclass(frozen=True)
class Opened:
    """What a secret opens, and the key under which its files and answers are kept."""

    key: str
    application: Application | None = None
    draft: Draft | None = None


def new_secret() -> str:
    """256 random bits, fit for an address. Made when a form is opened; the key to its receipt."""
    return secrets.token_urlsafe(32)


def is_secret(value: str) -> bool:
    """Whether ``value`` has the shape of a secret of ours."""
    return SECRET_PATTERN.fullmatch(value) is not None


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def is_shut_out(secret: str, application: Application) -> bool:
    """Whether ``application`` was sent by a link, and ``secret`` is that of the page on which its draft began."""
    return application.sent_by_link and digest(secret) == application.secret_digest


def look_up(secret: str, *, at: datetime) -> Opened:
    """What ``secret``, which has the right shape, opens at ``at``. Changes nothing."""
    key = digest(secret)
    for _ in range(ATTEMPTS):
        if application := _applications().filter(secret_digest=key).first():
            return Opened(key, application)
        link = PersonalLink.objects.valid(at).filter(digest=key, purpose__in=(APPLICATION, DRAFT)).first()
        if link is None:
            return Opened(key, draft=Draft.objects.filter(secret_digest=key).first())
        if link.purpose == APPLICATION:
            return Opened(key, _applications().filter(pk=link.object_id).first())
        if draft := Draft.objects.filter(pk=link.object_id).first():
            # Where a form was sent in the same moment as its draft was saved, both are there.
            sent = _applications().filter(secret_digest=draft.secret_digest).first()
            return Opened(draft.secret_digest, sent, None if sent else draft)
        # The draft was sent between the two looks: its link leads to the application by now.
    return Opened(key)


def _applications() -> QuerySet[Application]:
    return Application.objects.select_related("call")
