"""What the register can be asked through its address: its own filters and nothing else."""

import pytest
from django.urls import reverse

from program.calls.models import CallReader
from tests.factories import (
    AdministratorFactory,
    ApplicationFactory,
    CallReaderFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db
REGISTER = reverse("calls_application_modeladmin_index")


@pytest.fixture
def application(client):
    """The one answer there is, and somebody who keeps the register logged in."""
    client.force_login(ModeratorFactory())
    return ApplicationFactory(name="Marker Person")


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
def test_a_lookup_that_is_no_filter_of_the_list_is_refused(client, application, lookup):
    """Guard: ``ListView.LOOKUPS``. Otherwise each answer, a row or none, gives one letter away."""
    response = client.get(f"{REGISTER}?{lookup}")
    assert (response.status_code, response.url) == (302, REGISTER)


def test_the_filters_of_the_list_work(client, application):
    response = client.get(
        f"{REGISTER}?call__id__exact={application.call_id}&status__exact=received&library_type__exact=public"
    )
    assert "Marker Person" in response.content.decode()


def test_who_reads_for_a_call_is_kept_by_those_who_move_applications(client, application):
    """Guard: ``ReaderPermissionHelper``; a reader must not make readers."""
    client.force_login(CallReaderFactory(page=application.call).user)
    address = reverse("calls_callreader_modeladmin_create")
    added = {"page": application.call_id, "user": ReaderFactory().pk}
    client.post(address, added)
    assert CallReader.objects.count() == 1
    client.force_login(AdministratorFactory())
    client.post(address, added)
    assert CallReader.objects.count() == 2
