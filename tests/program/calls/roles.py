"""Everybody who may come to a door of calls, logged in."""

from django.test import Client

from program.calls.models import Application, CallReader, NameForward
from tests.factories import (
    AdministratorFactory,
    ApplicationFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    SuperuserFactory,
    UserFactory,
)

ROLES = {
    "anonymous": None,
    "account without rights": UserFactory,
    "editor": EditorFactory,
    "reader of another call": ReaderFactory,
    "reader of this call": ReaderFactory,
    "moderator": ModeratorFactory,
    "administrator": AdministratorFactory,
    "superuser": SuperuserFactory,
}
STAFF = {"moderator", "administrator", "superuser"}


def client_of(role: str, arrived: Application | NameForward) -> Client:
    """A browser of somebody in ``role``, seen from the call that ``arrived`` belongs to."""
    client = Client()
    if make := ROLES[role]:
        user = make()
        client.force_login(user)
        if role == "reader of this call":
            CallReader.objects.create(page=arrived.call, user=user)
        if role == "reader of another call":
            CallReader.objects.create(page=ApplicationFactory(name="Somebody else").call, user=user)
    return client
