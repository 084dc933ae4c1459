"""Drafts: what somebody began and wants to finish later. Kept only where they asked for it.

Deleted when their time is over by ``services.keeping``.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.http import QueryDict

from program.calls.models import CallPage, Draft, LateCode, NameForward
from program.calls.services.form_secrets import DRAFT, Opened, digest, new_secret
from program.files.models import PrivateFile
from program.files.services import attach
from program.letters.models import Letter
from program.letters.services.asking import mailbox
from program.letters.services.writing import write
from program.letters.words import Ours
from program.links.models import PersonalLink
from program.links.services import issue, revoke, secret_of

log = logging.getLogger(__name__)

# After the call has closed, so that a draft that came too late still gives its words back.
KEPT_AFTER_CLOSING = timedelta(days=7)
DAY = timedelta(days=1)
# The most letters within a day: to one mailbox, asked for by one sender, and in all. Anybody can type any address.
# A sender is counted as guesses of late codes are (``services.late_codes``).
LETTERS_A_DAY, FROM_ONE_SENDER, BY_ALL = 3, 40, 1000
# What a form carries besides the answers; the first two would let a reader of the database send it.
NOT_KEPT = ("csrfmiddlewaretoken", "secret", "code", "step")


@dataclass(frozen=True)
class Saved:
    """A stored draft, and the secret that its form goes on with."""

    draft: Draft
    secret: str


def save(
    *,
    call: CallPage,
    opened: Opened,
    secret: str,
    data: QueryDict,
    sender: str,
    at: datetime,
    late_code: LateCode | None = None,
) -> Saved:
    """Keep what a form holds, with its files, and write to ``data["email"]`` how to come back to it.

    The address has been checked; nothing else has. A draft that is there is brought up to date. Where its
    address changes, the links sent to the old one end: it may have been mistyped, and somebody else's.
    At most three letters go to one mailbox in a day, and so many for one ``sender``; what more there are is left
    unsaid.
    """
    email = str(data["email"]).strip()
    ends = [call.closes_at, late_code.opens_until if late_code else None]
    open_until = max(end for end in ends if end)
    with transaction.atomic():
        kept = Draft.objects.select_for_update().filter(secret_digest=opened.key).first()
        moved = kept is not None and bool(kept.email) and kept.email.casefold() != email.casefold()
        draft, _ = Draft.objects.update_or_create(
            secret_digest=opened.key,
            defaults={
                "call": call,
                "data": _storable(data),
                "email": email,
                "saved_at": at,
                "expires_at": open_until + KEPT_AFTER_CLOSING,
            },
        )
        attach(files=PrivateFile.objects.held_by(opened.key).unattached(), owner=draft)
        if moved:
            revoke(target=draft, at=at)
        link = _link(draft, at)
        if not _is_too_much(email, sender, at):
            _write(draft, link, open_until, at)
    # The form's own secret stays good. That of a link which ended does not.
    return Saved(draft, secret if digest(secret) == opened.key else secret_of(link))


def begin(*, forward: NameForward, at: datetime) -> str:
    """Begin an answer with what is known of somebody whose name was put forward, and return the secret of its link.

    The same draft each time. Its caller holds the row of ``forward`` locked. No letter is written: they have one.
    """
    draft = Draft.objects.filter(forward=forward).first() or Draft.objects.create(
        call=forward.call,
        forward=forward,
        secret_digest=digest(new_secret()),
        data={
            "name": [forward.colleague_name],
            "email": [forward.colleague_email],
            "put_forward_by": [forward.by_name],
        },
        email=forward.colleague_email,
        saved_at=at,
        expires_at=(forward.call.closes_at or at) + KEPT_AFTER_CLOSING,
    )
    return secret_of(_link(draft, at))


def update(*, opened: Opened, data: QueryDict, at: datetime) -> bool:
    """Bring the draft up to date as somebody types. False where there is none: none is made, and none made again."""
    if opened.draft is None:
        return False
    return bool(Draft.objects.filter(pk=opened.draft.pk).update(data=_storable(data), saved_at=at))


def throw_away(*, draft: Draft) -> None:
    """Delete ``draft`` with its files, its links and the letters about it, for the one who wrote it."""
    draft.delete()


def typed(draft: Draft) -> QueryDict:
    """What the form held, as it was posted."""
    data = QueryDict(mutable=True)
    for name, values in draft.data.items():
        data.setlist(name, values)
    return data


def _storable(data: QueryDict) -> dict[str, list[str]]:
    # PostgreSQL keeps no such character; the form would refuse it in the end.
    return {
        name: [value.replace("\x00", "") for value in values]
        for name, values in data.lists()
        if name not in NOT_KEPT and "\x00" not in name
    }


def _link(draft: Draft, at: datetime) -> PersonalLink:
    link = PersonalLink.objects.valid(at).leading_to(draft).filter(purpose=DRAFT).first()
    if link is None:
        return issue(purpose=DRAFT, target=draft, at=at, expires_at=draft.expires_at)
    if link.expires_at != draft.expires_at:
        link.expires_at = draft.expires_at
        link.save(update_fields=["expires_at"])
    return link


def _is_too_much(email: str, sender: str, at: datetime) -> bool:
    today = Letter.objects.filter(kind="draft", written_at__gt=at - DAY)
    near = today.filter(to__iendswith=f"@{email.rpartition('@')[2]}").values_list("to", flat=True)
    if [mailbox(each) for each in near].count(mailbox(email)) >= LETTERS_A_DAY:
        return True
    counter = f"draft_letters:{sender}"
    if today.count() >= BY_ALL or cache.get(counter, 0) >= FROM_ONE_SENDER:
        log.warning("No letter was written about a draft: the most for one day is reached (README: TRUSTED_PROXIES)")
        return True
    if not cache.add(counter, 1, DAY.total_seconds()):
        cache.incr(counter)
    return False


def _write(draft: Draft, link: PersonalLink, open_until: datetime, at: datetime) -> None:
    write(
        kind="draft",
        to=draft.email,
        subject="Your draft, to finish later",
        context={"call": Ours(draft.call.title), "open_until": open_until, "expires": draft.expires_at},
        links={"draft": link},
        about=draft,
        at=at,
    )
