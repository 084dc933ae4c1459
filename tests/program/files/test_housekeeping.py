"""What is left over is swept after two days; what does not fit together is told, each gap once."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from program.files.housekeeping import gaps, sweep
from program.files.models import PrivateFile
from program.files.services import attach
from tests.factories import NOW, CallPageFactory, files

pytestmark = pytest.mark.django_db
NAME = "ab/" + "ab" * 32


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def put(folder, name=NAME, *, age: timedelta):
    """Content that no row knows."""
    storages["private"].save(name, ContentFile(b"words"))
    set_age(folder / name, age)


def set_age(path, age: timedelta):
    moment = (NOW - age).timestamp()
    os.utime(path, (moment, moment))


def test_nothing_is_swept_where_nothing_was_ever_stored():
    assert sweep(at=NOW) == (0, 0)
    assert gaps(at=NOW, reading=True) == []


def test_a_file_that_belongs_to_nothing_is_swept_after_two_days(committing, private_folder):
    stored = files.store()
    set_age(private_folder / stored.stored_as, timedelta(hours=-1))
    with committing():
        assert sweep(at=NOW + timedelta(hours=48)) == (0, 0)
        assert sweep(at=NOW + timedelta(hours=48, seconds=1)) == (1, 0)
    assert not PrivateFile.objects.exists()
    assert not (private_folder / stored.stored_as).exists()


def test_a_file_that_belongs_to_something_stays():
    """Guard: ``unattached`` in ``sweep``."""
    attach(files=[files.store()], owner=CallPageFactory())
    assert sweep(at=NOW + timedelta(days=400)) == (0, 0)
    assert PrivateFile.objects.count() == 1


def test_content_without_a_row_is_swept_after_two_days(private_folder):
    put(private_folder, age=timedelta(hours=47))
    assert sweep(at=NOW) == (0, 0)
    assert sweep(at=NOW + timedelta(hours=2)) == (0, 1)
    assert not (private_folder / NAME).exists()


@pytest.mark.parametrize("name", ["README", "backup/of-last-year.zip", "ab/short"])
def test_what_is_not_named_as_we_name_is_not_ours_to_delete(name, private_folder):
    put(private_folder, name, age=timedelta(days=400))
    assert sweep(at=NOW) == (0, 0)
    assert gaps(at=NOW) == []
    assert (private_folder / name).exists()


def test_one_that_can_not_be_deleted_does_not_hold_up_the_rest(private_folder, monkeypatch, caplog):
    put(private_folder, age=timedelta(days=3))
    put(private_folder, "cd/" + "cd" * 32, age=timedelta(days=3))
    delete = type(storages["private"]).delete

    def refuse_one(self, name):
        if name == NAME:
            raise OSError("read-only")
        delete(self, name)

    monkeypatch.setattr(type(storages["private"]), "delete", refuse_one)
    assert sweep(at=NOW) == (0, 1)
    assert "read-only" in caplog.text
    monkeypatch.undo()
    assert sweep(at=NOW) == (0, 1)


def test_all_is_well():
    attach(files=[files.store()], owner=CallPageFactory())
    files.store(slot="fresh")
    assert gaps(at=NOW, reading=True) == []


def test_each_gap_is_told_once(private_folder):
    call = CallPageFactory()
    lost, changed, ownerless, waiting = (files.store(slot=slot) for slot in ("lost", "changed", "ownerless", "waiting"))
    attach(files=[lost, changed], owner=call)
    attach(files=[ownerless], owner=CallPageFactory())
    PrivateFile.objects.filter(pk=ownerless.pk).update(object_id=999_999)
    (private_folder / lost.stored_as).unlink()
    (private_folder / changed.stored_as).write_bytes(b"something else")
    put(private_folder, age=timedelta(hours=1))
    later = NOW + timedelta(hours=73)
    assert sorted(gaps(at=later, reading=True)) == sorted(
        [
            f"Private file {lost.pk} has a row and no content in the storage.",
            f"Private file {waiting.pk} belongs to nothing and should have been swept.",
            f"Private file {ownerless.pk} belongs to something that is gone.",
            f"The content of private file {changed.pk} is not what was stored.",
            f"The storage holds {NAME}, which has no row and should have been swept.",
        ]
    )
    assert len(gaps(at=later)) == 4


def test_what_a_sweep_may_still_take_is_no_gap(private_folder):
    files.store()
    put(private_folder, age=timedelta(hours=1))
    assert gaps(at=NOW + timedelta(hours=70)) == []
