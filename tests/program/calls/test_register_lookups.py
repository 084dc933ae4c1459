"""What the register can be asked through its address: its own filters and nothing else."""

import pytest
from django.urls import reverse

from program.calls.models import CallReader
from tests.factories import AdministratorFactory, ApplicationFactory, ModeratorFactory, ReaderFactory

pytestmark = pytest.mark.django_db
REGISTER = reverse("calls_application_modeladmin_index")


@pytest.fixture
def reading(client):
    """A reader of the one call that was answered, logged in."""
    application = ApplicationFactory(name="Marker Person", access_needs="Marker of a need")
    reader = ReaderFactory()
    CallReader.objects.create(page=application.call, user=reader)
    client.force_login(reader)
    return application


@pytest.mark.parametrize(
    "lookup",
    [
        "call__readers__user__password__startswith=md5",
        "call__owner__password__contains=a",
        "status_changes__by__password__startswith=md5",
        "secret_digest__startswith=a",
        "email__contains=@",
    ],
)
def test_a_lookup_that_is_no_filter_of_the_list_is_refused(client, reading, lookup):
    """Guard: ``ListView.LOOKUPS``. Otherwise each answer, a row or none, gives one letter away."""
    response = client.get(f"{REGISTER}?{lookup}")
    assert (response.status_code, response.url) == (302, REGISTER)


def test_the_filters_of_the_list_work(client, reading):
    response = client.get(
        f"{REGISTER}?call__id__exact={reading.call_id}&status__exact=received&library_type__exact=public"
    )
    assert "Marker Person" in response.content.decode()


def test_readers_do_not_see_access_needs_and_those_who_make_arrangements_do(client, reading):
    """Guard: ``with_access_needs`` in ``stored``; applicants are told so on the form."""
    address = reverse("calls_application_modeladmin_inspect", args=[reading.pk])
    assert "Marker of a need" not in client.get(address).content.decode()
    client.force_login(ModeratorFactory())
    assert "Marker of a need" in client.get(address).content.decode()


def test_who_reads_for_a_call_is_kept_by_those_who_move_applications(client, reading):
    """Guard: ``ReaderPermissionHelper``; a reader must not make readers."""
    address = reverse("calls_callreader_modeladmin_create")
    added = {"page": reading.call_id, "user": ReaderFactory().pk}
    client.post(address, added)
    assert CallReader.objects.count() == 1
    client.force_login(AdministratorFactory())
    client.post(address, added)
    assert CallReader.objects.count() == 2
