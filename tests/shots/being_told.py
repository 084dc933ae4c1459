"""Names put forward and being told of openings, as pictures: each page and what is said after it."""

from datetime import timedelta

from django.utils import timezone

from program.calls.models import CallPage, CallSubscription, NameForward
from program.calls.services import forwarding
from program.links.services import issue, secret_of
from tests.shots.states import Shot

NAMED = {
    "colleague_name": "Rosalind Quarles (sample)",
    "colleague_email": "rosalind@example.org",
    "why": "Her seed library is copied across three counties, and she answers everybody who asks how.",
    "by_name": "Imogen Thistle (sample)",
    "by_email": "imogen@example.org",
}


def press(words: str):
    """An act: press the button with these words."""

    def act(page) -> None:
        page.get_by_role("main").get_by_role("button", name=words).click()
        page.wait_for_load_state()

    return act


def plant_being_told() -> list[Shot]:
    """A name put forward, somebody who has not confirmed and somebody on the list; the shots of their pages."""
    now = timezone.now()
    call = CallPage.objects.get(slug="long-call")
    forwarding.put_forward(call=call, sender_digest="planted", at=now, **NAMED)
    forward = NameForward.objects.get(call=call)
    waiting = CallSubscription.objects.create(email="waiting@example.org", asked_at=now)
    confirmed = CallSubscription.objects.create(
        email="rosalind@example.org", kinds=["board"], asked_at=now, confirmed_at=now, told_until=now
    )
    own = f"/my/name-put-forward/{secret_of(forward.links.get(purpose='forward'))}/"
    confirm, on_the_list = (
        f"/my/calls-that-open/confirm/{_secret('openings-confirm', each, now)}/" for each in (waiting, confirmed)
    )
    return [
        Shot("put a name forward", "/calls/long-call/forward/"),
        Shot("put a name forward, errors", "/calls/long-call/forward/", press("Put the name forward")),
        Shot("put a name forward, sent", "/calls/long-call/forward/?sent=yes"),
        Shot("name put forward, own page", own),
        Shot("be told", "/be-told/"),
        Shot("be told, errors", "/be-told/", press("Tell me when a call opens")),
        Shot("be told, sent", "/be-told/?sent=yes"),
        Shot("be told, confirm", confirm),
        Shot("be told, on the list", on_the_list),
        Shot("be told, choose", f"/my/calls-that-open/{_secret('openings', confirmed, now)}/"),
    ]


def _secret(purpose, subscription, now):
    return secret_of(issue(purpose=purpose, target=subscription, at=now, expires_at=now + timedelta(days=1)))
