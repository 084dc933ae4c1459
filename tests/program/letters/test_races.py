"""Many at once, on a real PostgreSQL: one intention is one letter, and asking once is enough."""

import pytest
from django.db import transaction
from django.test import Client

from program.letters.models import Letter, NeverWrite
from program.letters.services.rendering import addresses_in
from program.letters.services.writing import write
from program.links.models import PersonalLink
from tests.factories import NOW
from tests.racing import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

THREADS = 20


def test_one_intention_is_one_letter_however_many_write_it():
    """Guard: the unique key in the database, and the second look after it struck."""

    def write_it(_):
        with transaction.atomic():
            return write(
                kind="sample",
                to="reader@example.org",
                subject="A sample",
                context={},
                at=NOW,
                unique_key="one",
                unsolicited=True,
            ).pk

    assert set(at_once(write_it, THREADS)) == {Letter.objects.get().pk}
    assert PersonalLink.objects.count() == 1


def test_twenty_posts_of_one_link_are_one_effect(write_sample):
    letter = write_sample(unsolicited=True)
    path = addresses_in(letter, NOW)["leave"].removeprefix("http://localhost:8000")
    assert {response.status_code for response in at_once(lambda _: Client().post(path), THREADS)} == {200}
    assert NeverWrite.objects.count() == 1
