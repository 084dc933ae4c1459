"""The files of a form that is still being filled in: stored at once, kept through every error, found by its key."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.datastructures import MultiValueDict

from program.calls.enums import QuestionKind
from program.calls.models import CallPage, CallQuestion, Draft
from program.calls.services.form_secrets import Opened
from program.files.judging import Refused
from program.files.models import PrivateFile
from program.files.services import AlreadyAttached, attach, delete, digest, store

# As long as the slot of a private file may be.
LONGEST_SLOT = 120


@dataclass
class KeptFiles:
    """The stored files of a form, and why others were not taken; both by the key of their question."""

    files: dict[str, PrivateFile] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def kept_files(*, call: CallPage, key: str, later: bool = False) -> KeptFiles:
    """What is kept for the form with ``key``; for that of the questions after acceptance, if ``later``."""
    slots = {slot_of(each.clean_name): each.clean_name for each in _questions_for_files(call, later)}
    if not slots:
        return KeptFiles()
    held = PrivateFile.objects.held_by(key).filter(slot__in=slots)
    return KeptFiles({slots[file.slot]: file for file in held})


def take_in(
    *, call: CallPage, opened: Opened, uploads: MultiValueDict, removed: set[str], at: datetime, later: bool = False
) -> KeptFiles:
    """Store what was uploaded, drop what was taken away, and return what is kept then.

    ``uploads`` are files by the key of their question, ``removed`` such keys. A file that is not taken leaves
    the one that was there. The files of a draft belong to it at once. Raises ``AlreadyAttached`` where the form
    was sent meanwhile.
    """
    kept = kept_files(call=call, key=opened.key, later=later)
    for question in _questions_for_files(call, later):
        name = question.clean_name
        if upload := uploads.get(name):
            try:
                kept.files[name] = _store(upload, question, opened, at)
            except Refused as refusal:
                kept.refused[name] = refusal.sentence
        elif name in removed and name in kept.files:
            delete(kept.files.pop(name))
    return kept


def keep_as_well_under(*, call: CallPage, key: str, files: dict[str, PrivateFile], at: datetime) -> None:
    """Store copies of ``files`` under another ``key``: the form goes on under a secret of its own."""
    for question in _questions_for_files(call):
        if file := files.get(question.clean_name):
            # What can't be copied is missing on the page that comes back, which says to choose it again.
            with suppress(Refused, FileNotFoundError), file.open() as content:
                _store(File(content, file.name), question, Opened(key), at)


def differ(kept: KeptFiles, uploads: MultiValueDict) -> bool:
    """Whether ``uploads`` holds another file than those that are kept."""
    return any(
        name not in kept.files or kept.files[name].sent_sha256 != digest(upload) for name, upload in uploads.items()
    )


def slot_of(name: str) -> str:
    """Where the file for the question with the key ``name`` is kept."""
    return name if len(name) <= LONGEST_SLOT else hashlib.sha256(name.encode()).hexdigest()


def _store(upload: File, question: CallQuestion, opened: Opened, at: datetime) -> PrivateFile:
    where: dict[str, Any] = {
        "limits": question.file_limits,
        "holder": opened.key,
        "slot": slot_of(question.clean_name),
        "at": at,
    }
    try:
        stored = store(upload=upload, **where)
    except AlreadyAttached as error:
        there = error.args[0]
        if not isinstance(there.owner, Draft):
            raise
        # All or nothing: a draft loses its file only to one that was taken.
        with transaction.atomic():
            delete(there)
            stored = store(upload=upload, **where)
    if opened.draft and not stored.is_attached:
        attach(files=[stored], owner=opened.draft)
    return stored


def _questions_for_files(call: CallPage, later: bool = False) -> list[CallQuestion]:
    questions = call.later_questions if later else call.asked_questions
    return [each for each in questions if each.field_type == QuestionKind.FILE]
