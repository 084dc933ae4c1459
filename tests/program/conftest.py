"""Who the tests of several rooms come as."""

import pytest

from tests.factories import ModeratorFactory


@pytest.fixture
def moderator(db, client):
    """A browser that a moderator is logged in with; ``moderator.user`` is their account."""
    client.user = ModeratorFactory(first_name="Mo", last_name="Derator")
    client.force_login(client.user)
    return client
