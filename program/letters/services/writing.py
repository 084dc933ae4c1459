"""Writing a letter: a row, stored with what it tells of. Nothing is sent here.

with transaction.atomic():
    application = …
    write(kind="receipt", to=application.email, subject="Your answers are here", at=arrived_at,
          context={"name": application.name, "call": Ours(call.title)},
          links={"own": issue(purpose="application", target=application, at=arrived_at)},
          about=application, unique_key=f"receipt:{application.pk}")
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from program.letters import addresses
from program.letters.enums import LetterState
from program.letters.models import Letter, LetterLink
from program.letters.services.asking import may_write_to
from program.letters.services.rendering import LEAVE, text_from_template
from program.letters.words import SUBJECT_CAP, one_line
from program.links.models import PersonalLink
from program.links.services import issue


class NotInTransaction(RuntimeError):
    """A letter was to be written outside the transaction of what it tells of."""


def write(
    *,
    kind: str,
    to: str,
    subject: str,
    context: dict[str, Any],
    at: datetime,
    template: str = "",
    to_name: str = "",
    about: Model | None = None,
    links: dict[str, PersonalLink] | None = None,
    leave_link: PersonalLink | None = None,
    unique_key: str | None = None,
    reply_to: str = "",
    unsolicited: bool = False,
) -> Letter | None:
    """Store one letter to ``to`` and return it; the worker sends it afterwards.

    The text comes from ``template`` (``letters/<kind>.txt`` where none is given) and ``context``, whose
    words are cleaned by their marks (``words``); ``links`` are ``{{ links.<name> }}`` in it. ``subject``
    is the code's or staff's own words, never a stranger's. The same ``unique_key`` always gives the
    first letter. ``about`` takes its letters along when it is deleted. ``leave_link`` is
    ``{{ links.leave }}`` and the one-click way to leave; its address must take a POST without a token.

    An ``unsolicited`` letter is not written to whoever asked never to be written to: None is returned. It
    gets a ``leave_link`` of its own, by which they can ask. Raises ``NotInTransaction`` outside a
    transaction: a letter must be stored exactly when what it tells of is.
    """
    _demand_transaction()
    if unique_key and (written := Letter.objects.filter(unique_key=unique_key).first()):
        return written
    if unsolicited and not may_write_to(to):
        return None
    links = dict(links or {})
    for link in links.values():
        addresses.personal_path(link.purpose, "x" * 43)  # A purpose without an address shows here, not at night.
    names = [*links, LEAVE] if unsolicited or leave_link else list(links)
    text = text_from_template(template or f"letters/{kind}.txt", context, names=names)
    try:
        with transaction.atomic():
            letter = Letter.objects.create(
                kind=kind,
                to=one_line(to, 254),
                to_name=one_line(to_name),
                subject=one_line(subject, SUBJECT_CAP),
                text=text,
                reply_to=one_line(reply_to, 254),
                unsolicited=unsolicited,
                unique_key=unique_key,
                message_id=addresses.new_message_id(),
                about=about,
                state=LetterState.KEPT if settings.LETTERS_ARE == "kept" else LetterState.WAITING,
                next_try_at=at,
                written_at=at,
            )
            if LEAVE in names:
                links[LEAVE] = leave_link or issue(purpose="never", target=letter, at=at)
            LetterLink.objects.bulk_create(LetterLink(letter=letter, name=name, link=links[name]) for name in links)
            return letter
    except IntegrityError:
        # Somebody else wrote it meanwhile.
        written = Letter.objects.filter(unique_key=unique_key).first() if unique_key else None
        if not written:
            raise
        return written


def _demand_transaction() -> None:
    # A test's own transaction is none that the code opened.
    opened = [block for block in connection.atomic_blocks if not getattr(block, "_from_testcase", False)]
    if not opened:
        raise NotInTransaction("Write a letter inside transaction.atomic(), together with what it tells of")
