"""What is left over, and what does not fit together: rows without content, content without rows."""

import logging
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.files.storage import storages
from django.db import transaction

from program.files.models import PrivateFile
from program.files.services import digest

logger = logging.getLogger(__name__)

# How long a file that belongs to nothing is kept, and content whose row never came.
KEPT_UNATTACHED = timedelta(hours=48)
# From when on something that a sweep should have taken counts as a gap.
OVERDUE = timedelta(hours=72)
# Only what we named ourselves is ours to delete.
OUR_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}")


class Swept(NamedTuple):
    files: int
    contents: int


def sweep(*, at: datetime) -> Swept:
    """Delete files that have belonged to nothing for two days, and content of two days that has no row.

    One at a time, so that a sweep that is killed has done what it did. What the storage refuses to delete is
    written into the log and stays for the next sweep; ``gaps`` tells.
    """
    files = 0
    for pk in PrivateFile.objects.unattached_before(at - KEPT_UNATTACHED).values_list("pk", flat=True):
        with transaction.atomic():
            # Asked again under the lock: somebody may have come back and sent it in.
            file = PrivateFile.objects.unattached().select_for_update().filter(pk=pk).first()
            files += bool(file and file.delete())
    contents = 0
    for name in _without_row(at - KEPT_UNATTACHED):
        try:
            storages["private"].delete(name)
            contents += 1
        except Exception:  # A storage has errors of its own kind; the rest is swept all the same.
            logger.exception("Content without a row can't be deleted: %s", name)
    return Swept(files, contents)


def gaps(*, at: datetime, reading: bool = False) -> list[str]:
    """What does not fit together, a sentence each; none where all is well. Names nobody and no file's name.

    With ``reading`` every content is read and compared with the hash taken when it was stored.
    """
    return [*_lost(), *_left_over(at), *_ownerless(), *(_changed() if reading else ())]


def _lost() -> Iterator[str]:
    rows = dict(PrivateFile.objects.values_list("stored_as", "pk"))
    for name in rows.keys() - set(_contents()):
        # Asked again: it may have been deleted, or stored, while the storage was read.
        if PrivateFile.objects.filter(stored_as=name).exists() and not storages["private"].exists(name):
            yield f"Private file {rows[name]} has a row and no content in the storage."


def _left_over(at: datetime) -> Iterator[str]:
    for name in _without_row(at - OVERDUE):
        yield f"The storage holds {name}, which has no row and should have been swept."
    for pk in PrivateFile.objects.unattached_before(at - OVERDUE).values_list("pk", flat=True):
        yield f"Private file {pk} belongs to nothing and should have been swept."


def _ownerless() -> Iterator[str]:
    attached = PrivateFile.objects.exclude(content_type=None)
    for file in attached.prefetch_related("owner").iterator(chunk_size=500):
        if file.owner is None:
            yield f"Private file {file.pk} belongs to something that is gone."


def _changed() -> Iterator[str]:
    for file in PrivateFile.objects.iterator(chunk_size=500):
        try:
            with file.open() as content:
                same = digest(content) == file.sha256
        except FileNotFoundError:
            continue  # Told as lost.
        if not same:
            yield f"The content of private file {file.pk} is not what was stored."


def _without_row(before: datetime) -> Iterator[str]:
    """Names of contents that no row knows and that were written before ``before``."""
    storage = storages["private"]
    # A row that comes from now on has content that is newer than ``before``.
    known = set(PrivateFile.objects.values_list("stored_as", flat=True))
    for name in _contents():
        if name in known:
            continue
        try:
            if storage.get_modified_time(name) < before:
                yield name
        except FileNotFoundError:
            continue  # Deleted while we looked.


def _contents() -> Iterator[str]:
    """Every name of ours that the storage holds."""
    storage = storages["private"]
    try:
        folders, _ = storage.listdir("")
    except FileNotFoundError:
        return  # Nothing was ever stored.
    for folder in folders:
        yield from (path for name in storage.listdir(folder)[1] if OUR_NAME.fullmatch(path := f"{folder}/{name}"))
