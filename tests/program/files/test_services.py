"""Storing, attaching, deleting: rows and contents come and go together."""

import stat

import pytest
from django.core.files.storage import storages
from django.db import transaction

from program.files import services
from program.files.judging import Refused
from program.files.models import PrivateFile
from tests.factories import CallPageFactory, files

pytestmark = pytest.mark.django_db


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """A block at whose end everything is as after a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def contents(folder) -> set[str]:
    """What the storage holds, by the names it knows."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def stored_names() -> set[str]:
    return set(PrivateFile.objects.values_list("stored_as", flat=True))


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (files.pdf(), "a.pdf", "pdf"),
        (files.docx(), "a.docx", "docx"),
        (files.odt(), "a.odt", "odt"),
        (b"Words.", "a.txt", "txt"),
        (files.picture("JPEG"), "a.jpeg", "jpg"),
        (files.picture("PNG"), "a.png", "png"),
    ],
    ids=["PDF", "Word", "OpenDocument", "text", "JPEG", "PNG"],
)
def test_every_kind_is_stored(content, name, kind, private_folder):
    stored = files.store(content, name)
    with stored.open() as kept:
        assert services.digest(kept) == stored.sha256
    assert (stored.kind, stored.name) == (kind, f"a.{kind}")
    assert stored.size == (private_folder / stored.stored_as).stat().st_size


def test_the_storage_knows_no_name_of_ours_and_lets_nobody_else_in(private_folder):
    stored = files.store(name="Ada Sample's résumé.pdf")
    assert contents(private_folder) == {stored.stored_as}
    path = private_folder / stored.stored_as
    assert len(path.name) == 64
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("résumé.PDF", "résumé.pdf"),
        ("C:\\Users\\me\\letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("letter\r\nX-Evil: 1.pdf", "letterX-Evil: 1.pdf"),
        ("letter\u202efdp.exe\u202c.pdf", "letterfdp.exe.pdf"),
        ("zero\u200bwidth.pdf", "zerowidth.pdf"),
        ("a" * 300 + ".pdf", "a" * 96 + ".pdf"),
        ("  two   spaces  .pdf", "two spaces.pdf"),
        ("...", "file.pdf"),
        ("minutes.v2", "minutes.v2.pdf"),
        ("図書館.pdf", "図書館.pdf"),
    ],
)
def test_a_name_is_made_harmless(sent, kept):
    upload = files.uploaded(files.pdf())
    upload._name = sent  # as no handler of ours would let it through
    stored = services.store(upload=upload, limits=files.EVERY_KIND, holder="h", slot="s", at=files.NOW)
    assert stored.name == kept


def test_a_repeated_send_is_the_same_file_and_is_not_judged_again(private_folder, monkeypatch):
    """Guard: the look at ``sent_sha256`` in ``store``."""
    content = files.picture()
    first = files.store(content, "a.png")
    monkeypatch.setattr(services, "judge", None)
    assert files.store(content, "a.png") == first
    assert contents(private_folder) == {first.stored_as}


def test_another_file_takes_the_place(committing, private_folder):
    with committing():
        files.store(files.pdf())
        second = files.store(files.pdf(2))
    assert list(PrivateFile.objects.all()) == [second]
    assert contents(private_folder) == {second.stored_as}


def test_the_same_content_under_another_name_is_another_file():
    content = files.pdf()
    files.store(content, "first.pdf")
    assert files.store(content, "second.pdf").name == "second.pdf"
    assert PrivateFile.objects.count() == 1


def test_each_question_has_a_file_of_its_own():
    content = files.pdf()
    assert files.store(content, slot="one") != files.store(content, slot="two") != files.store(content, holder="other")
    assert PrivateFile.objects.count() == 3


def test_a_file_that_is_attached_is_not_replaced(private_folder):
    call = CallPageFactory()
    content = files.pdf()
    stored = files.store(content)
    services.attach(files=[stored], owner=call)
    with pytest.raises(services.AlreadyAttached):
        files.store(files.pdf(2))
    assert files.store(content) == stored
    assert contents(private_folder) == {stored.stored_as}


def test_a_refused_file_leaves_nothing_and_what_was_there_stays(private_folder):
    stored = files.store()
    with pytest.raises(Refused):
        files.store(b"%PDF-1.4 nothing more")
    assert list(PrivateFile.objects.all()) == [stored]
    assert contents(private_folder) == {stored.stored_as}


def test_a_row_that_can_not_be_written_leaves_no_content(private_folder, monkeypatch):
    """Guard: the ``finally`` in ``_keep``."""

    def fail(**fields):
        raise RuntimeError("the database is gone")

    monkeypatch.setattr(PrivateFile.objects, "create", fail)
    with pytest.raises(RuntimeError):
        files.store()
    assert contents(private_folder) == set()


def test_content_is_deleted_only_when_the_row_is_gone_for_good(committing, private_folder):
    stored = files.store()
    with committing(), transaction.atomic():
        services.delete(stored)
        transaction.set_rollback(True)
    assert contents(private_folder) == stored_names() == {stored.stored_as}


def test_deleting_takes_row_and_content(committing, private_folder):
    stored = files.store()
    with committing():
        services.delete(stored)
    assert contents(private_folder) == stored_names() == set()


@pytest.mark.parametrize("delete", [lambda files: files.delete(), lambda files: [file.delete() for file in files]])
def test_content_goes_by_whatever_road_a_row_goes(delete, committing, private_folder):
    """Guard: the receiver connected in ``wiring``. An owner's deletion cascades the same way."""
    for slot in ("one", "two"):
        files.store(slot=slot)
    with committing():
        delete(PrivateFile.objects.all())
    assert contents(private_folder) == set()


def test_a_storage_that_does_not_delete_fails_nothing_else(committing, monkeypatch, caplog):
    def refuse(self, name):
        raise OSError("read-only")

    stored = files.store()
    monkeypatch.setattr(type(storages["private"]), "delete", refuse)
    with committing():
        services.delete(stored)
    assert "read-only" in caplog.text
    assert stored_names() == set()


def test_attached_files_are_those_of_their_owner():
    call, other = CallPageFactory.create_batch(2)
    mine, others = files.store(slot="one"), files.store(slot="two")
    services.attach(files=[mine], owner=call)
    services.attach(files=[others], owner=other)
    assert list(PrivateFile.objects.of(call)) == [mine]
    assert list(PrivateFile.objects.unattached()) == []


def test_attaching_replaces_what_was_in_the_same_slot(committing, private_folder):
    call = CallPageFactory()
    with committing():
        services.attach(files=[files.store(holder="first"), files.store(holder="first", slot="other")], owner=call)
        corrected = files.store(files.pdf(2), holder="second")
        services.attach(files=[corrected], owner=call)
    assert set(PrivateFile.objects.of(call)) == {corrected, PrivateFile.objects.get(slot="other")}
    assert contents(private_folder) == stored_names()


def test_a_file_that_is_gone_attaches_nothing():
    """Guard: the count in ``attach``. The transaction that stores the answer must not go on without its file."""
    call = CallPageFactory()
    gone, there = files.store(slot="one"), files.store(slot="two")
    PrivateFile.objects.filter(pk=gone.pk).delete()
    with pytest.raises(services.FilesGone):
        services.attach(files=[gone, there], owner=call)
    assert not PrivateFile.objects.of(call)
