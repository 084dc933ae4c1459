"""Names put forward and pressed links, many at once on a real PostgreSQL."""

import pytest
from django.test import Client

from program.calls.enums import ForwardState
from program.calls.models import Draft, NameForward
from program.calls.services import forwarding
from program.letters.models import Letter
from program.links.services import secret_of
from tests.factories import NOW, CallPageFactory, NameForwardFactory
from tests.racing import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

TWENTY = 20


def put_forward(call, **changes):
    words = {
        "by_name": "Ada Sample",
        "by_email": "ada@example.org",
        "colleague_name": "Bea Sample",
        "colleague_email": "bea@example.org",
        "why": "Your patience.",
        "sender_digest": "one sender",
    }
    forwarding.put_forward(call=call, at=NOW, **words | changes)


def test_one_colleague_named_by_twenty_at_once_gets_one_letter():
    """Guard: the lock in ``put_forward``; without it each sees that no letter has gone yet."""
    call = CallPageFactory(now=NOW)
    at_once(lambda n: put_forward(call, by_email=f"ada-{n}@example.org", sender_digest=f"{n}"), TWENTY)
    assert (NameForward.objects.count(), Letter.objects.count()) == (1, 1)


def test_twenty_names_sent_at_once_by_one_person_are_counted():
    """Guard: the same lock; the limit is counted from the rows."""
    calls = [CallPageFactory(now=NOW) for _ in range(2)]
    at_once(lambda n: put_forward(calls[n % 2], colleague_email=f"bea-{n}@example.org"), TWENTY)
    assert NameForward.objects.count() == Letter.objects.count() == forwarding.BY_ONE_PERSON


def test_twenty_presses_of_one_button_have_one_effect():
    """Guard: the row lock in ``decline``, the unique key of the letter."""
    forward = NameForwardFactory()
    address = f"/my/name-put-forward/{secret_of(forward.links.get())}/"
    data = {"step": "decline", "may_tell": "on"}
    responses = at_once(lambda _: Client().post(address, data), TWENTY)
    forward.refresh_from_db()
    assert {response.status_code for response in responses} == {302}
    assert (forward.state, forward.may_tell) == (ForwardState.DECLINED, True)
    assert Letter.objects.filter(kind="name_put_forward_news").count() == 1


def test_twenty_presses_to_begin_are_one_draft_and_one_place_to_go_on():
    """Guard: the row lock in ``begin``."""
    forward = NameForwardFactory()
    address = f"/my/name-put-forward/{secret_of(forward.links.get())}/"
    responses = at_once(lambda _: Client().post(address, {"step": "begin"}), TWENTY)
    assert {response.status_code for response in responses} == {302}
    assert (len({response.url for response in responses}), Draft.objects.count()) == (1, 1)
