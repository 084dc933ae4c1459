"""A draft can be begun for somebody else, by anybody: what they then send is theirs alone."""

import pytest

from program.calls.models import Application
from tests.browsing import form_in, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _base(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://example.org"


def test_who_begins_a_draft_for_somebody_else_opens_nothing_of_what_they_send(
    client, call, answer_address, typed, draft_address
):
    """Guard: ``sent_by_link`` in ``answering.find_by_secret``; without it the first page's secret opens the answers."""
    send(client, answer_address, typed | {"step": ["save"]})
    by_link = form_in(client.get(draft_address()))
    words = by_link | typed | {"secret": by_link["secret"], "city": ["Markerton"]}
    send(client, answer_address, words | {"step": ["send"]})
    own = f"/my-answers/{typed['secret'][0]}/"
    for address in (own, f"{own}correct/", f"{own}withdraw/", f"{own}data/", f"{own}accept/"):
        assert client.get(address).status_code == 404
    assert "Markerton" not in send(client, answer_address, typed | {"step": ["send"]}).content.decode()
    assert Application.objects.get().city == "Markerton"
