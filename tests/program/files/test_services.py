"""Storing, attaching, deleting: rows and contents come and go together."""

import pytest
from django.core.files.storage import storages

from program.files import services, serving
from program.files.judging import Refused
from program.files.models import PrivateFile
from tests.factories import files

pytestmark = pytest.mark.django_db


def test_what_is_stored_is_served_as_it_came():
    content = files.pdf()
    stored = files.store(content, "My résumé.pdf")
    response = serving.attachment(stored)
    assert b"".join(response.streaming_content) == content
    assert response["Content-Type"] == "application/pdf"
    response.close()


def test_a_repeated_send_is_the_same_file():
    assert files.store(files.pdf()) == files.store(files.pdf())


def test_another_file_takes_the_place(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = files.store(files.pdf())
        second = files.store(files.pdf(2))
    assert list(PrivateFile.objects.all()) == [second]
    assert not storages["private"].exists(first.stored_as)
    assert storages["private"].exists(second.stored_as)


def test_delete_takes_row_and_content(django_capture_on_commit_callbacks):
    stored = files.store()
    with django_capture_on_commit_callbacks(execute=True):
        services.delete(stored)
    assert not PrivateFile.objects.exists()
    assert not storages["private"].exists(stored.stored_as)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (files.pdf(), "a.pdf"),
        (files.docx(), "a.docx"),
        (files.odt(), "a.odt"),
        (b"Words.", "a.txt"),
        (files.picture("JPEG"), "a.jpeg"),
        (files.picture("PNG"), "a.png"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_is_taken(content, name):
    assert files.store(content, name).kind == name.split(".")[1].replace("jpeg", "jpg")


def test_a_refused_file_leaves_nothing():
    with pytest.raises(Refused):
        files.store(b"%PDF-1.4 nothing more")
    assert not PrivateFile.objects.exists()
