"""Many at once, on a real PostgreSQL: one file in a slot, and nothing left over on the disk."""

import pytest
from django.db import transaction

from program.files import services
from program.files.housekeeping import sweep
from program.files.models import PrivateFile
from tests.factories import NOW, RegionFactory, files
from tests.program.files.test_services import contents
from tests.racing import ROUNDS, THREADS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_fifty_sends_of_one_file_are_one_row_and_one_content(private_folder):
    """Guard: the unique key of holder and slot, and the second look after it struck."""
    content = files.pdf()
    for number in range(1, ROUNDS + 1):
        stored = at_once(lambda _, number=number: files.store(content, slot=f"question-{number}"), THREADS)
        assert len({file.pk for file in stored}) == 1
        assert PrivateFile.objects.count() == number
        assert len(contents(private_folder)) == number


def test_fifty_different_files_leave_one_and_its_content(private_folder):
    """Guard: ``select_for_update`` in ``_place``, and the content that goes with a replaced row."""
    sent = [f"words of {number}".encode() for number in range(20)]
    for number in range(1, ROUNDS + 1):

        def store(index, number=number):
            with transaction.atomic():
                return files.store(sent[index], "a.txt", slot=f"question-{number}")

        at_once(store, len(sent))
        assert PrivateFile.objects.count() == number
        assert contents(private_folder) == set(PrivateFile.objects.values_list("stored_as", flat=True))


def test_a_file_is_either_swept_or_attached(private_folder):
    """Guard: the second look under the lock in ``sweep``; the count in ``attach``."""
    for number in range(ROUNDS):
        owner = RegionFactory()
        file = files.store(b"words", "a.txt", slot=f"question-{number}")

        def act(index, file=file, owner=owner):
            if index:
                return sweep(at=NOW.replace(year=NOW.year + 1)).files
            try:
                services.attach(files=[file], owner=owner)
            except services.FilesGone:
                return "gone"
            return "attached"

        outcome = at_once(act, 2)
        assert outcome in (["gone", 1], ["attached", 0])
        assert PrivateFile.objects.of(owner).exists() == (outcome[0] == "attached")
