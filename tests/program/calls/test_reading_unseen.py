"""What a reader does not see: names where the call hides them, and verdicts of others before the own one."""

import pytest
from django.test import Client
from django.urls import reverse

from program.calls.models import Application
from tests.factories import CallReaderFactory, ModeratorFactory, ReaderFactory
from tests.program.calls.reading_roles import NAME, OWN_ADDRESS, VERDICT, address_of, client_of, marked_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(db) -> Application:
    return marked_application()


@pytest.mark.parametrize("name", ["reading:call", "reading:application", "reading:conflict"])
def test_where_names_are_hidden_no_page_of_a_reader_has_one(application, name):
    """Guards: ``may_see_name``, ``SEEN_WITHOUT_NAMES``, ``NAMING_KINDS``. Nor after reading and saving."""
    application.call.names_hidden = True
    application.call.save()
    client = client_of("reader", application)
    address = address_of(name, application)
    bodies = [client.get(address).content.decode()]
    saved = {"recommendation": "yes", "comment": ""}
    bodies.append(client.post(address_of("reading:application", application), saved, follow=True).content.decode())
    bodies += [client.get(each).content.decode() for each in (address, reverse("wagtailadmin_home"))]
    for body in bodies:
        assert NAME not in body
        assert OWN_ADDRESS not in body
    assert application.reference in bodies[0]


def test_who_keeps_the_register_and_reads_as_well_reads_without_names(application):
    """Guard: ``may_read_for`` in ``may_see_name``."""
    application.call.names_hidden = True
    application.call.save()
    client = Client()
    client.force_login(CallReaderFactory(user=ModeratorFactory(), page=application.call).user)
    assert NAME not in client.get(address_of("reading:application", application)).content.decode()


@pytest.mark.parametrize("make", [ReaderFactory, ModeratorFactory])
def test_the_verdicts_of_others_are_shown_once_the_own_is_in(application, make):
    """Guard: ``may_see_verdicts_of_others``; also on the pages of a reader who keeps the register."""
    user = CallReaderFactory(user=make(), page=application.call).user
    client = Client()
    client.force_login(user)
    names = ["reading:application", "reading:progress", "calls_application_modeladmin_inspect"]

    def bodies():
        return [client.get(address_of(name, application), follow=True).content.decode() for name in names]

    before = bodies()
    assert not any(VERDICT in body or "1 maybe" in body for body in before)
    assert "1 other has read this" in before[0]
    client.post(address_of("reading:application", application), {"recommendation": "yes", "comment": ""})
    assert VERDICT in bodies()[0]


def test_nobody_makes_their_own_application_readable_by_another_address(application):
    """Guard: ``WAGTAIL_EMAIL_MANAGEMENT_ENABLED``; the address of an account decides what is its own."""
    client = client_of("reader whose own application it is", application)
    account = reverse("wagtailadmin_account")
    assert "name_email-email" not in client.get(account).content.decode()
    shown = {"name_email-first_name": "New", "name_email-last_name": "Name", "name_email-email": "other@example.org"}
    client.post(account, shown)
    assert not Application.objects.to_read_by(client.get(account).wsgi_request.user).exists()
