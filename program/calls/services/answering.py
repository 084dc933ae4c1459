"""Storing an answer to a call: the only way an application comes to be."""

import hashlib
import re
import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from home.models import AssociationSettings
from program.calls.models import Application, CallPage
from program.calls.services.terms import keep_until, terms_of

# No characters that are taken for one another when read out or written down: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
REFERENCE_ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
SECRET_PATTERN = re.compile(r"[A-Za-z0-9_-]{43}")
ATTEMPTS = 5


class CallNotAccepting(Exception):
    """The answer arrived before the call opened or after it closed."""


def new_secret() -> str:
    """256 random bits, fit for an address. Made when a form is opened; the key to its receipt."""
    return secrets.token_urlsafe(32)


def is_secret(value: str) -> bool:
    """Whether ``value`` has the shape of a secret of ours."""
    return SECRET_PATTERN.fullmatch(value) is not None


def find_by_secret(secret: str) -> Application | None:
    """The application stored under ``secret``, or nothing."""
    if not is_secret(secret):
        return None
    return Application.objects.select_related("call").filter(secret_digest=_digest(secret)).first()


def submit(
    *, call: CallPage, secret: str, applicant: dict[str, Any], answers: list[dict[str, Any]], arrived_at: datetime
) -> tuple[Application, bool]:
    """Store one application and return it, with whether it is new.

    ``applicant`` is the cleaned data of ``ApplicantForm``, ``answers`` the snapshot of questions and
    answers. The same ``secret`` always gives the same application, however often and however
    simultaneously it is sent: the unique key in the database decides. A repeat is answered even
    after the deadline. Raises ``CallNotAccepting`` when a new answer arrived outside the call's window.
    """
    for attempt in range(1, ATTEMPTS + 1):
        stored = find_by_secret(secret)
        if stored:
            return stored, False
        if not call.is_accepting(arrived_at):
            raise CallNotAccepting(call)
        try:
            with transaction.atomic():
                return _create(call, secret, applicant, answers, arrived_at), True
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


def _create(
    call: CallPage, secret: str, applicant: dict[str, Any], answers: list[dict[str, Any]], arrived_at: datetime
) -> Application:
    return Application.objects.create(
        call=call,
        secret_digest=_digest(secret),
        reference=_new_reference(),
        received_at=arrived_at,
        agreed_at=arrived_at,
        terms=terms_of(call),
        keep_until=keep_until(call, AssociationSettings.load()),
        answers=answers,
        **applicant,
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _new_reference() -> str:
    letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"
