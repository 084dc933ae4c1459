"""Storing, attaching and deleting private files: the only way a row or its content comes to be, or goes."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.core.files.storage import storages
from django.db import IntegrityError, models, transaction

from program.files import names, scanning
from program.files.enums import Kind
from program.files.judging import Judged, Limits, judge
from program.files.models import PrivateFile

ATTEMPTS = 5
CHUNK = 64 * 1024


class AlreadyAttached(Exception):
    """The slot holds another file, which belongs to something by now: the argument. Nothing was changed."""


class FilesGone(Exception):
    """Files that were to be attached are not there any more; nothing was changed."""


def store(*, upload: File, limits: Limits, holder: str, slot: str, at: datetime) -> PrivateFile:
    """Judge, scan and store ``upload`` as what ``holder`` gives to ``slot``, and return its row.

    A holder has one file in a slot. The same file under the same name gives the row that is there, however
    often and however simultaneously it is sent; another one takes its place, unless that is attached by now
    (``AlreadyAttached``). Raises ``Refused`` where the file is not taken; then nothing is changed, either.
    """
    sent = {"holder": holder, "slot": slot, "sent_sha256": digest(upload), "uploaded_at": at}
    there = PrivateFile.objects.filter(holder=holder, slot=slot).first()
    if there and _is_the_same(there, sent, upload):
        return there
    judged = judge(upload, limits)
    scanning.scan(upload)
    return _keep(judged, sent | {"kind": judged.kind, "pages": judged.pages}, upload)


def attach(*, files: Iterable[PrivateFile], owner: models.Model) -> None:
    """Let ``files`` belong to ``owner``; what it had in the same slots is deleted.

    Raises ``FilesGone`` where one of them was swept or replaced meanwhile: say to choose it again.
    """
    files = list(files)
    chosen = PrivateFile.objects.filter(pk__in=[file.pk for file in files])
    with transaction.atomic():
        slots = [file.slot for file in files]
        PrivateFile.objects.of(owner).filter(slot__in=slots).exclude(pk__in=chosen.values("pk")).delete()
        owner_type = ContentType.objects.get_for_model(owner)
        if chosen.update(content_type=owner_type, object_id=owner.pk) != len(files):
            raise FilesGone


def delete(file: PrivateFile) -> None:
    """Delete the row now and its content when that is committed."""
    file.delete()


def shred(files: Iterable[PrivateFile]) -> None:
    """Delete the content of ``files`` now, the rows after: for what must be gone even if we are killed in between.

    A row that is left without its content, also by a transaction that is undone, is deleted when this is repeated.
    """
    for file in files:
        storages["private"].delete(file.stored_as)
        file.delete()


def forget_content(instance: PrivateFile, **signal: Any) -> None:
    """Delete the content of a row that is gone, after the commit. Where that fails, ``gaps`` finds it."""
    _delete_after_commit(instance.stored_as)


def digest(file: Any) -> str:
    """SHA-256 of a binary file, read in pieces."""
    sha256 = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(CHUNK):
        sha256.update(chunk)
    file.seek(0)
    return sha256.hexdigest()


def _keep(judged: Judged, fields: dict[str, Any], upload: File) -> PrivateFile:
    """Write the content, then the row: there is never a row without content. Content that stays without a row goes."""
    token = secrets.token_hex(32)
    content = File(judged.content)
    stored_as = storages["private"].save(f"{token[:2]}/{token}", content)
    fields |= {
        "stored_as": stored_as,
        "name": names.clean(upload.name or "", judged.kind),
        "size": content.size,
        "sha256": digest(content),
    }
    row = None
    try:
        row = _place(fields, upload)
        return row
    finally:
        if row is None or row.stored_as != stored_as:
            storages["private"].delete(stored_as)


def _place(fields: dict[str, Any], upload: File) -> PrivateFile:
    """The row in the slot: as it is when it holds the same, else with ``fields`` in the place of its own."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                slot = PrivateFile.objects.filter(holder=fields["holder"], slot=fields["slot"])
                there = slot.select_for_update().first()
                if there is None:
                    return PrivateFile.objects.create(**fields)
                if _is_the_same(there, fields, upload):
                    return there
                if there.is_attached:
                    raise AlreadyAttached(there)
                # Changed and not made anew: whoever waits for the lock finds the row, and not its absence.
                _delete_after_commit(there.stored_as)
                slot.update(**fields)
                return slot.get()
        except IntegrityError:
            # Another one came into the empty slot meanwhile: look again.
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def _delete_after_commit(stored_as: str) -> None:
    def delete_content() -> None:
        storages["private"].delete(stored_as)

    transaction.on_commit(delete_content, robust=True)


def _is_the_same(there: PrivateFile, fields: dict[str, Any], upload: File) -> bool:
    name = names.clean(upload.name or "", Kind(there.kind))
    return there.sent_sha256 == fields["sent_sha256"] and there.name == name
