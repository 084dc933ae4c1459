"""Who comes to the doors of reading, and an application whose every part is marked."""

from django.test import Client
from django.urls import reverse

from program.calls.enums import QuestionKind, Recommendation
from program.calls.models import Application, Conflict
from program.calls.services import reading
from tests.factories import (
    NOW,
    AdministratorFactory,
    ApplicationFactory,
    CallPageFactory,
    CallReaderFactory,
    EditorFactory,
    ModeratorFactory,
    QuestionFactory,
    ReaderFactory,
    UserFactory,
)

NAME, WORDS, SECRET, VERDICT = "Markername", "Markerwords", "Markersecret", "Markerverdict"
OWN_ADDRESS = "own@example.org"
ROLES = {
    "anonymous": None,
    "account without rights": UserFactory,
    "editor": EditorFactory,
    "reader of another call": ReaderFactory,
    "reader": ReaderFactory,
    "reader with a conflict": ReaderFactory,
    "reader whose own application it is": ReaderFactory,
    "reader no longer": ReaderFactory,
    "moderator": ModeratorFactory,
    "moderator whose own application it is": ModeratorFactory,
    "moderator with a conflict": ModeratorFactory,
    "administrator": AdministratorFactory,
}
BY_CALL = {"reading:call", "reading:progress", "reading:remind"}
BY_REFERENCE = {"reading:application", "reading:conflict"}


def marked_application() -> Application:
    """An application whose every part is marked, already read by somebody else."""
    call = CallPageFactory(
        title="The call",
        questions=[
            QuestionFactory(label="Why?"),
            QuestionFactory(label="Anything private?", sensitive=True),
            QuestionFactory(label="Who else?", field_type=QuestionKind.EMAIL),
        ],
    )
    marked = ApplicationFactory(
        call=call,
        name=NAME,
        pronouns=NAME,
        email=OWN_ADDRESS,
        phone=NAME,
        library=NAME,
        city=NAME,
        member_number=NAME,
        put_forward_by=NAME,
        access_needs=SECRET,
        **{
            "question-why": WORDS,
            "question-anything_private": SECRET,
            "question-who_else": f"{NAME}@example.org",
        },
    )
    marked.answers[1]["sensitive"] = True
    marked.save()
    Application.objects.filter(pk=marked.pk).update(later_answers=[marked.answers[0] | {"answer": SECRET}])
    reading.record(
        application=marked,
        reader=CallReaderFactory(page=call).user,
        recommendation=Recommendation.MAYBE,
        scores={},
        comment=VERDICT,
        at=NOW,
    )
    return marked


def person(role, application):
    user = ROLES[role]()
    if role == "reader of another call":
        CallReaderFactory(user=user, page=ApplicationFactory(name="Somebody else").call)
    elif role.startswith("reader") and role != "reader no longer":
        CallReaderFactory(user=user, page=application.call)
    if role.endswith("whose own application it is"):
        user.email = OWN_ADDRESS.upper()
        user.save()
    elif role.endswith("with a conflict"):
        Conflict.objects.create(application=application, reader=user, at=NOW)
    return user


def client_of(role, application) -> Client:
    client = Client()
    if ROLES[role]:
        client.force_login(person(role, application))
    return client


def address_of(name, application) -> str:
    if name in BY_CALL:
        return reverse(name, args=[application.call_id])
    if name in BY_REFERENCE:
        return reverse(name, args=[application.call_id, application.reference])
    return reverse(name, args=[] if name.endswith(("calls", "list", "index")) else [application.pk])
