"""Telling people when a call opens: asked for by e-mail, confirmed by e-mail, left with one press.

Nobody learns here whether an address is on the list: ``ask`` returns nothing, and writes one letter either way.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import DateTimeField
from django.db.models.functions import Coalesce, Greatest

from program.calls.models import CallPage, CallSubscription
from program.letters.addresses import absolute
from program.letters.services.asking import mailbox, may_write_to
from program.letters.services.writing import write
from program.letters.words import Ours
from program.links.services import issue

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
# The most letters within a day: asked for from one address, and in all.
FROM_ONE_ADDRESS, BY_ALL = 20, 500
# How long somebody has to confirm; after that nothing is kept of them.
TO_CONFIRM = timedelta(days=7)
# A call is told of so long after it opened: what was being published at that moment is stored by then.
SETTLING = timedelta(minutes=2)
# How many people are written to in one turn of the worker.
AT_A_TIME = 100


def ask(*, email: str, kinds: list[str], sender_digest: str, at: datetime) -> None:
    """Write to ``email`` how to confirm; to somebody who is on the list, how to change or leave.

    One letter goes to a mailbox within a day, and none when it asked never to be written to or a day's limit
    is reached. Until it is confirmed by the letter nobody is on the list.
    """
    email = email.lower()
    if not may_write_to(email) or _is_written_to(email, at) or _is_too_much(sender_digest, at):
        return
    with transaction.atomic():
        asked = {"kinds": kinds, "asked_at": at, "sender_digest": sender_digest}
        _, is_new = CallSubscription.objects.get_or_create(email=email, defaults=asked)
        subscription = CallSubscription.objects.select_for_update().get(email=email)
        if not is_new and subscription.asked_at > at - DAY:
            return
        subscription.asked_at, subscription.sender_digest = at, sender_digest
        if not subscription.confirmed_at:
            subscription.kinds = kinds
        subscription.save()
        _write_back(subscription, at)


def confirm(*, subscription: CallSubscription, at: datetime) -> bool:
    """Put somebody on the list; they are told of what opens from now on. False if they were on it."""
    waiting = CallSubscription.objects.filter(pk=subscription.pk, confirmed_at=None)
    return bool(waiting.update(confirmed_at=at, told_until=at))


def choose(*, subscription: CallSubscription, kinds: list[str]) -> None:
    """Tell them of these kinds of call from now on; of every kind where ``kinds`` is empty."""
    CallSubscription.objects.filter(pk=subscription.pk).update(kinds=kinds)


def leave(*, subscription: CallSubscription) -> None:
    """Take somebody off the list, with their links and letters. Nothing is kept of them."""
    subscription.delete()


def tell_of_openings(at: datetime) -> int:
    """Write to everybody who is to hear of calls that have opened since they last did. Returns how many letters.

    Several calls are one letter. Each person is a transaction of their own, in which it is also kept that
    they know: broken off and begun again, or run twice at once, each is told exactly once. At most
    ``AT_A_TIME`` people in one turn.
    """
    until = at - SETTLING
    opened = list(_opened(at).filter(opened__lte=until).order_by("closes_at", "title"))
    if not opened:
        return 0
    newest = max(call.opened for call in opened)
    behind = CallSubscription.objects.filter(told_until__lt=newest).order_by("pk")
    return sum(_tell(pk, opened, until, at) for pk in behind.values_list("pk", flat=True)[:AT_A_TIME])


def forget_unconfirmed(at: datetime) -> int:
    """Delete the addresses that nobody has confirmed in time. Returns how many."""
    over = CallSubscription.objects.filter(confirmed_at=None, asked_at__lte=at - TO_CONFIRM)
    return over.delete()[1].get(CallSubscription._meta.label, 0)


def _opened(at: datetime):  # type: ignore[no-untyped-def]
    """The calls that take answers, with the moment from which members could see that they do."""
    calls = CallPage.objects.visible().accepting(at=at)
    a_time = DateTimeField()
    public_since = Coalesce("first_published_at", "opens_at", output_field=a_time)
    return calls.annotate(opened=Greatest("opens_at", public_since, output_field=a_time))


@transaction.atomic
def _tell(pk: int, opened: list[CallPage], until: datetime, at: datetime) -> int:
    waiting = CallSubscription.objects.select_for_update(skip_locked=True).filter(pk=pk, told_until__lt=until)
    subscription = waiting.first()
    if subscription is None or subscription.told_until is None:
        return 0
    since, subscription.told_until = subscription.told_until, until
    subscription.save(update_fields=["told_until"])
    news = [
        call for call in opened if call.opened > since and (not subscription.kinds or call.kind in subscription.kinds)
    ]
    if news:
        _write_of(subscription, news, since, at)
    return bool(news)


def _write_of(subscription: CallSubscription, calls: list[CallPage], since: datetime, at: datetime) -> None:
    one = len(calls) == 1
    write(
        kind="calls_opened",
        to=subscription.email,
        subject=f"A call has opened: {calls[0].title}" if one else f"{len(calls)} calls have opened",
        context={
            "calls": [
                {
                    "title": Ours(call.title),
                    "group": Ours(call.group),
                    "summary": Ours(call.summary),
                    "hours": call.hours_a_month,
                    "closes_at": call.closes_at,
                    "address": Ours(absolute(call.get_url_parts()[2])),
                }
                for call in calls
            ]
        },
        about=subscription,
        leave_link=issue(purpose="openings", target=subscription, at=at),
        unique_key=f"calls_opened:{subscription.pk}:{since.isoformat()}",
        at=at,
    )


def _write_back(subscription: CallSubscription, at: datetime) -> None:
    if subscription.confirmed_at:
        write(
            kind="openings_on_the_list",
            to=subscription.email,
            subject="You are on the list already",
            context={},
            about=subscription,
            leave_link=issue(purpose="openings", target=subscription, at=at),
            at=at,
        )
        return
    link = issue(purpose="openings-confirm", target=subscription, at=at, expires_at=at + TO_CONFIRM)
    write(
        kind="openings_confirm",
        to=subscription.email,
        subject="Do you want to be told when a call opens?",
        context={},
        links={"confirm": link},
        about=subscription,
        unsolicited=True,
        at=at,
    )


def _is_written_to(email: str, at: datetime) -> bool:
    """Whether the same mailbox was written to within a day under another way to write its address."""
    near = CallSubscription.objects.filter(asked_at__gt=at - DAY, email__endswith=f"@{email.rpartition('@')[2]}")
    return mailbox(email) in map(mailbox, near.exclude(email=email).values_list("email", flat=True))


def _is_too_much(sender_digest: str, at: datetime) -> bool:
    today = CallSubscription.objects.filter(asked_at__gt=at - DAY)
    too_much = today.count() >= BY_ALL or today.filter(sender_digest=sender_digest).count() >= FROM_ONE_ADDRESS
    if too_much:
        log.warning("Somebody asked to be told of openings and was not written to: the most for one day is reached")
    return too_much
