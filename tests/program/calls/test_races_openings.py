"""Subscriptions, many at once on a real PostgreSQL."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.models import CallSubscription
from program.calls.services import openings
from program.letters.models import Letter
from program.links.services import issue, secret_of
from tests.factories import NOW, CallPageFactory
from tests.racing import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

TWENTY = 20
HOUR = timedelta(hours=1)


def ask(_):
    openings.ask(email="ada@example.org", kinds=[], sender_digest="one", at=NOW)


def test_one_address_typed_by_twenty_at_once_gets_one_letter():
    """Guard: the unique address, and the row lock before the time is looked at."""
    at_once(ask, TWENTY)
    assert (CallSubscription.objects.count(), Letter.objects.count()) == (1, 1)


def test_twenty_presses_confirm_once():
    """Guard: the condition in the update of ``confirm``."""
    ask(0)
    subscription = CallSubscription.objects.get()
    results = at_once(lambda n: openings.confirm(subscription=subscription, at=NOW + n * HOUR), TWENTY)
    assert sorted(results) == [False] * 19 + [True]


def test_twenty_one_click_posts_take_off_the_list_without_a_fault():
    subscription = CallSubscription.objects.create(email="ada@example.org", asked_at=NOW, confirmed_at=NOW)
    address = f"/my/calls-that-open/{secret_of(issue(purpose='openings', target=subscription, at=NOW))}/"
    statuses = [response.status_code for response in at_once(lambda _: Client().post(address), TWENTY)]
    assert (CallSubscription.objects.count(), set(statuses) <= {200, 404}, 200 in statuses) == (0, True, True)


def test_workers_that_tell_at_once_write_to_each_exactly_once():
    """Guard: the row lock in ``_tell``."""
    for number in range(10):
        CallSubscription.objects.create(
            email=f"ada-{number}@example.org", asked_at=NOW, confirmed_at=NOW - HOUR, told_until=NOW - HOUR
        )
    CallPageFactory(now=NOW, opens_at=NOW)
    told = at_once(lambda _: openings.tell_of_openings(NOW + HOUR), 8)
    assert (sum(told), Letter.objects.count()) == (10, 10)
