"""Who reads for which call: kept by those who decide, hidden from everybody else."""

import pytest

from program.calls.models import CallReader
from tests.factories import (
    AdministratorFactory,
    CallPageFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db

READERS = "/admin/calls/callreader/"
MARKER = "Markerreader"


@pytest.fixture
def entry():
    return CallReader.objects.create(page=CallPageFactory(), user=ReaderFactory(first_name=MARKER))


@pytest.mark.parametrize(
    ("make", "may"),
    [(EditorFactory, False), (ReaderFactory, False), (ModeratorFactory, True), (AdministratorFactory, True)],
)
def test_only_who_decides_sees_and_keeps_the_list(client, entry, make, may):
    client.force_login(make())
    addresses = [READERS, f"{READERS}create/", f"{READERS}edit/{entry.pk}/", f"{READERS}delete/{entry.pk}/"]
    assert [client.get(address).status_code == 200 for address in addresses] == [may] * 4
    assert (MARKER in client.get(READERS, follow=True).content.decode()) is may
    assert client.get(f"{READERS}history/{entry.pk}/").status_code == 404


def test_an_account_is_made_a_reader_and_no_longer_one(client, entry):
    client.force_login(ModeratorFactory())
    reader = ReaderFactory()
    client.post(f"{READERS}create/", {"page": entry.page_id, "user": reader.pk})
    assert list(reader.reads_for.values_list("page", flat=True)) == [entry.page_id]
    client.post(f"{READERS}delete/{reader.reads_for.get().pk}/")
    assert reader.reads_for.count() == 0


def test_twice_the_same_reader_is_refused_with_a_sentence(client, entry):
    client.force_login(ModeratorFactory())
    response = client.post(f"{READERS}create/", {"page": entry.page_id, "user": entry.user_id})
    assert "reads for this call already" in response.content.decode()
    assert CallReader.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    ["?user__password__startswith=x", "?page__owner__email=x", "?p=zzz", "?q=%00", "?nonsense=1", "?o=99", "?q=("],
)
def test_any_query_string_gives_a_page_and_tells_nothing_else(client, entry, address):
    client.force_login(ModeratorFactory())
    response = client.get(READERS + address, follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_an_entry_that_is_none_is_an_unknown_address(client, entry, action):
    client.force_login(ModeratorFactory())
    assert [client.get(f"{READERS}{action}/{key}/").status_code for key in ("zzz", "999999")] == [404, 404]


def test_a_draft_of_a_call_opens_no_answers(client, entry):
    """A reader is no part of the page: publishing an older version can't give a right back."""
    revision = entry.page.save_revision()
    entry.delete()
    revision.publish()
    assert CallReader.objects.count() == 0
