"""The questions with names, where a page does not already show their answers."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from program.calls.enums import QuestionKind
from program.calls.forms.reading import SEEN_BY_READERS, for_reader
from program.calls.forms.transcript import PARTS
from program.calls.models import Conflict
from program.calls.permissions import (
    may_export_applications,
    may_manage_applications,
    may_move_application,
    may_open_file,
    may_read_application,
    may_read_for,
)
from program.files.models import PrivateFile
from tests.factories import (
    NOW,
    AdministratorFactory,
    ApplicationFactory,
    CallReaderFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    SuperuserFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NOT_SEEN = {"access_needs", "keep_in_mind", "agreement"}


@pytest.mark.parametrize(
    ("make", "may"),
    [
        (UserFactory, False),
        (EditorFactory, False),
        (ReaderFactory, False),
        (ModeratorFactory, True),
        (AdministratorFactory, True),
        (SuperuserFactory, True),
    ],
)
def test_the_register_is_for_those_who_decide(make, may):
    user = make()
    answers = {ask(user) for ask in (may_manage_applications, may_move_application, may_export_applications)}
    assert answers == {may}
    user.is_active = False
    assert not any(ask(user) for ask in (may_manage_applications, may_move_application, may_export_applications))


@pytest.mark.parametrize("make", [ReaderFactory, ModeratorFactory, SuperuserFactory])
@pytest.mark.parametrize("email", ["me@example.org", "ME@Example.ORG"])
def test_nobody_reads_an_application_of_their_own(make, email):
    """Guard: ``email__iexact`` in ``open_to``."""
    application = ApplicationFactory(email="Me@example.org")
    user = CallReaderFactory(page=application.call, user=make(email=email)).user
    other = CallReaderFactory(page=application.call, user=make(email="")).user
    assert (may_read_application(user, application), may_read_application(other, application)) == (False, True)


@pytest.mark.parametrize("make", [ReaderFactory, ModeratorFactory, SuperuserFactory])
def test_a_conflict_closes_every_door(make):
    """Guard: ``conflicts__reader`` in ``open_to``."""
    application = ApplicationFactory()
    user = CallReaderFactory(page=application.call, user=make()).user
    assert may_read_application(user, application)
    Conflict.objects.create(application=application, reader=user, at=NOW)
    assert not may_read_application(user, application)


def test_no_other_right_makes_somebody_a_reader():
    call = ApplicationFactory().call
    assert [may_read_for(make(), call) for make in (ModeratorFactory, SuperuserFactory)] == [False, False]
    assert may_read_for(CallReaderFactory(page=call).user, call)


def test_every_part_of_the_form_is_decided_about():
    """Whatever applicants are asked for next is hidden from readers until it is named here or there."""
    fields = {name for _title, names in PARTS if names for name in names}
    assert fields - SEEN_BY_READERS == NOT_SEEN


# --- Files


@pytest.fixture
def sent():
    """An application with two files, one of them the answer to a sensitive question, and a file of nobody's."""
    application = ApplicationFactory()
    plain, private, astray = [_file(index) for index in range(3)]
    for file in (plain, private):
        file.owner = application
        file.save()
    application.answers = [
        {"key": "resume", "question": "Résumé?", "help": "", "kind": QuestionKind.FILE, "sensitive": False,
         "answer": str(plain.pk)},
        {"key": "letter", "question": "Letter?", "help": "", "kind": QuestionKind.FILE, "sensitive": True,
         "answer": str(private.pk)},
        {"key": "forged", "question": "Number?", "help": "", "kind": QuestionKind.FILE, "sensitive": False,
         "answer": str(astray.pk)},
    ]  # fmt: skip
    application.save()
    return application, plain, private, astray


def _file(index):
    file = PrivateFile(
        stored_as=f"stored-{index}", name=f"Markername {index}.pdf", kind="pdf", size=4, sha256="0" * 64,
        sent_sha256="0" * 64, uploaded_at=NOW, holder=f"holder-{index}", slot="slot",
    )  # fmt: skip
    file.save()
    return file


def test_a_reader_opens_the_files_of_questions_that_are_not_sensitive(sent):
    application, *files = sent
    reader = CallReaderFactory(page=application.call).user
    assert [may_open_file(reader, application, file) for file in files] == [True, False, False]


def test_a_reader_opens_no_file_where_names_are_hidden_and_sees_no_name_of_one(sent):
    application, *files = sent
    reader = CallReaderFactory(page=application.call).user
    application.call.names_hidden = True
    assert not any(may_open_file(reader, application, file) for file in files)
    assert "Markername" in str(for_reader(application, with_name=True))
    assert "Markername" not in str(for_reader(application, with_name=False))


def test_who_keeps_the_register_opens_what_belongs_to_the_application(sent):
    application, *files = sent
    assert [may_open_file(ModeratorFactory(), application, file) for file in files] == [True, True, False]
    assert not any(may_open_file(EditorFactory(), application, file) for file in files)


@pytest.mark.parametrize(("key", "status"), [("resume", 200), ("letter", 404), ("forged", 404), ("none", 404)])
def test_the_address_of_a_file_opens_what_the_reader_may(client, sent, monkeypatch, key, status):
    application, *_files = sent
    monkeypatch.setattr(PrivateFile, "open", lambda file: ContentFile(b"%PDF"))
    client.force_login(CallReaderFactory(page=application.call).user)
    address = reverse("open_file", args=[application.pk, key])
    assert client.get(address).status_code == status
    client.force_login(CallReaderFactory().user)
    assert client.get(address).status_code == 404
