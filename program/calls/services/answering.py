"""Storing an answer to a call: the only way an application comes to be."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from home.models import AssociationSettings
from program.calls.models import Application, CallPage, LateCode
from program.calls.services import late_codes
from program.calls.services.form_secrets import APPLICATION, Opened, digest, is_secret, look_up, new_secret
from program.calls.services.receipts import write_receipt
from program.calls.services.terms import keep_until, terms_of
from program.files.models import PrivateFile
from program.files.services import attach
from program.links.services import lead_elsewhere

__all__ = ["CallNotAccepting", "differs", "find_by_secret", "is_secret", "new_secret", "submit"]

# No characters that are taken for one another when read out or written down: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
REFERENCE_ALPHABET = late_codes.ALPHABET
ATTEMPTS = 5


class CallNotAccepting(Exception):
    """The answer arrived before the call opened or after it closed."""


def find_by_secret(secret: str) -> Application | None:
    """The application that was sent with ``secret``, the secret of its form; nothing for one sent by a link."""
    if not is_secret(secret):
        return None
    sent = Application.objects.select_related("call").filter(sent_by_link=False)
    return sent.filter(secret_digest=digest(secret)).first()


def submit(
    *,
    call: CallPage,
    secret: str,
    applicant: dict[str, Any],
    answers: list[dict[str, Any]],
    arrived_at: datetime,
    files: Iterable[PrivateFile] = (),
    late_code: LateCode | None = None,
) -> tuple[Application, bool]:
    """Store one application and return it, with whether it is new.

    ``applicant`` is the cleaned data of ``ApplicantForm``, ``answers`` the snapshot of questions and
    answers, ``files`` what it tells of. In one transaction the files come to belong to it, its draft goes,
    the draft's link leads to it from then on, ``late_code`` is used up, and the receipt letter is written.

    The same ``secret`` always gives the same application, however often and however simultaneously it is
    sent: the unique key in the database decides. A repeat is answered even after the deadline. Raises
    ``CallNotAccepting`` when a new answer arrived outside the call's window, ``late_codes.CodeUsedUp`` when its
    code served another one meanwhile, ``FilesGone`` when a file is not there any more; nothing is stored then.
    """
    from program.calls.services import forwarding  # it asks this module what a call accepts

    for attempt in range(1, ATTEMPTS + 1):
        opened = look_up(secret, at=arrived_at)
        if opened.application:
            return opened.application, False
        if not (call.is_accepting(arrived_at) or late_codes.opens(late_code, call=call, at=arrived_at)):
            raise CallNotAccepting(call)
        try:
            with transaction.atomic():
                by_link = digest(secret) != opened.key
                application = _create(call, opened, applicant | {"sent_by_link": by_link}, answers, arrived_at)
                attach(files=files, owner=application)
                if not call.is_accepting(arrived_at):
                    late_codes.use(code=late_code, application=application, at=arrived_at)
                _let_go_of_the_draft(opened, application)
                if application.forward:
                    forwarding.answered(forward=application.forward, at=arrived_at)
                write_receipt(application=application, at=arrived_at)
            return application, True
        except IntegrityError:
            # The same answer came in meanwhile, or the reference is taken: look again.
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def differs(application: Application, applicant: dict[str, Any], answers: list[dict[str, Any]]) -> bool:
    """Whether a repeated send carries other words than those stored."""
    return application.answers != answers or any(
        getattr(application, name) != value for name, value in applicant.items()
    )


def _create(call: CallPage, opened: Opened, applicant: dict, answers: list, arrived_at: datetime) -> Application:
    return Application.objects.create(
        call=call,
        secret_digest=opened.key,
        reference=_new_reference(),
        received_at=arrived_at,
        agreed_at=arrived_at,
        terms=terms_of(call),
        keep_until=keep_until(call, AssociationSettings.load()),
        forward_id=opened.draft.forward_id if opened.draft else None,
        answers=answers,
        **applicant,
    )


def _let_go_of_the_draft(opened: Opened, application: Application) -> None:
    """Its link, which somebody may have in a letter, opens the application from now on."""
    if opened.draft:
        lead_elsewhere(source=opened.draft, target=application, purpose=APPLICATION)
        opened.draft.delete()


def _new_reference() -> str:
    letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"
