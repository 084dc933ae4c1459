"""Putting a colleague's name forward: one letter to them, and to whoever named them only what they allow.

Nobody learns here whether the site knows somebody: ``put_forward`` returns nothing, whatever it does.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from program.calls.enums import ForwardState
from program.calls.models import Application, CallPage, NameForward
from program.calls.services import drafting
from program.calls.services.answering import CallNotAccepting
from program.letters.services.asking import mailbox, may_write_to
from program.letters.services.writing import write
from program.letters.words import Lines, Ours
from program.links.services import issue

log = logging.getLogger(__name__)

# One letter to a colleague within so long, whoever names them and for whichever call.
PAUSE = timedelta(days=30)
DAY = timedelta(days=1)
# The most names put forward within a day: from one address, by one person, and by everybody together.
FROM_ONE_ADDRESS, BY_ONE_PERSON, BY_ALL = 20, 5, 200
# How long after a call closes the letter's link still opens its page.
LINK_LASTS = timedelta(days=30)


def put_forward(
    *,
    call: CallPage,
    by_name: str,
    by_email: str,
    colleague_name: str,
    colleague_email: str,
    why: str,
    sender_digest: str,
    at: datetime,
) -> None:
    """Store the name and write one letter to the colleague; do nothing where that must not be.

    Nothing is stored or written when the colleague asked never to be written to, has answered this call,
    got such a letter within ``PAUSE``, or when a limit is reached. Sent twice it is done once. Raises
    ``CallNotAccepting`` outside the call's window.
    """
    if not call.is_accepting(at):
        raise CallNotAccepting(call)
    with transaction.atomic():
        # One name at a time, so that what was counted is still true when the row is stored.
        Page.objects.select_for_update(of=("self",), no_key=True).get(pk=call.get_parent().pk)
        if not _may_write(call, colleague_email, at) or _is_too_much(by_email, sender_digest, at):
            return
        forward = NameForward.objects.create(
            call=call,
            by_name=by_name,
            by_email=by_email.lower(),
            colleague_name=colleague_name,
            colleague_email=colleague_email.lower(),
            why=why,
            sender_digest=sender_digest,
            at=at,
        )
        _write_to_colleague(forward, at)


def let_know(*, forward: NameForward, may_tell: bool, at: datetime) -> None:
    """Keep whether the colleague lets whoever named them know; tell them at once what there is to tell."""
    with transaction.atomic():
        locked = _locked(forward)
        locked.may_tell = may_tell
        locked.save(update_fields=["may_tell"])
        _tell(locked, at)


def begin(*, forward: NameForward, at: datetime) -> str:
    """Begin the colleague's answer and return the secret of its draft: the same draft, however often it is asked for.

    Raises ``CallNotAccepting`` outside the call's window.
    """
    if not forward.call.is_accepting(at):
        raise CallNotAccepting(forward.call)
    with transaction.atomic():
        locked = _locked(forward)
        _move(locked, ForwardState.BEGUN, at)
        return drafting.begin(forward=locked, at=at)


def decline(*, forward: NameForward, at: datetime) -> None:
    """Keep that the colleague would rather not. They may still change their mind."""
    with transaction.atomic():
        _move(_locked(forward), ForwardState.DECLINED, at)


def answered(*, forward: NameForward, at: datetime) -> None:
    """Keep that the colleague has answered. Called in the transaction that stores the application."""
    with transaction.atomic():
        _move(_locked(forward), ForwardState.ANSWERED, at)


def _may_write(call: CallPage, address: str, at: datetime) -> bool:
    if not may_write_to(address) or Application.objects.filter(call=call, email__iexact=address).exists():
        return False
    domain = address.rpartition("@")[2]
    named = NameForward.objects.filter(colleague_email__iendswith=f"@{domain}")
    lately = named.filter(at__gt=at - PAUSE) | named.filter(call=call)
    return mailbox(address) not in {mailbox(each) for each in lately.values_list("colleague_email", flat=True)}


def _is_too_much(by_email: str, sender_digest: str, at: datetime) -> bool:
    today = NameForward.objects.filter(at__gt=at - DAY)
    person = mailbox(by_email)
    too_much = (
        today.count() >= BY_ALL
        or today.filter(sender_digest=sender_digest).count() >= FROM_ONE_ADDRESS
        or [mailbox(each) for each in today.values_list("by_email", flat=True)].count(person) >= BY_ONE_PERSON
    )
    if too_much:
        log.warning("A name put forward was left out: the most for one day is reached (README: TRUSTED_PROXIES)")
    return too_much


def _locked(forward: NameForward) -> NameForward:
    return NameForward.objects.select_for_update(of=("self",)).select_related("call").get(pk=forward.pk)


def _move(forward: NameForward, state: ForwardState, at: datetime) -> None:
    if forward.state != ForwardState.ANSWERED:  # an answer that is stored stays the last word
        forward.state = state
        forward.save(update_fields=["state"])
        _tell(forward, at)


def _write_to_colleague(forward: NameForward, at: datetime) -> None:
    call = forward.call
    expires_at = call.closes_at + LINK_LASTS if call.closes_at else None
    link = issue(purpose="forward", target=forward, at=at, expires_at=expires_at)
    write(
        kind="name_put_forward",
        to=forward.colleague_email,
        to_name=forward.colleague_name,
        subject=f"Somebody thought of you: {call.title}",
        context={
            "name": forward.colleague_name,
            "by": forward.by_name,
            "why": Lines(forward.why),
            "call": Ours(call.title),
            "group": Ours(call.group),
            "summary": Ours(call.summary),
            "hours": call.hours_a_month,
            "closes_at": call.closes_at,
        },
        links={"forward": link},
        about=forward,
        unique_key=f"name_put_forward:{forward.pk}",
        unsolicited=True,
        at=at,
    )


def _tell(forward: NameForward, at: datetime) -> None:
    """Write to whoever named the colleague, once for each thing to tell and only with the colleague's leave."""
    if not forward.may_tell or forward.state not in (ForwardState.ANSWERED, ForwardState.DECLINED):
        return
    letter = write(
        kind="name_put_forward_news",
        to=forward.by_email,
        to_name=forward.by_name,
        subject=f"About the name you put forward: {forward.call.title}",
        context={
            "name": forward.by_name,
            "colleague": forward.colleague_name,
            "call": Ours(forward.call.title),
            "answered": forward.state == ForwardState.ANSWERED,
        },
        about=forward,
        unique_key=f"name_put_forward_news:{forward.pk}:{forward.state}",
        unsolicited=True,
        at=at,
    )
    if letter:
        forward.told_at = at
        forward.save(update_fields=["told_at"])
