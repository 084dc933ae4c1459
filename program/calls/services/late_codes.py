"""Personal codes that open a closed call to one answer: made, found and used up here."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from home.models import User
from program.calls.models import Application, CallPage, LateCode

# No characters that are taken for one another when read out or written down: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 10
SALT = "program.calls.late_codes"

# Ten characters of 23 are 4 · 10¹³ codes: at a thousand guesses a second it takes 1,300 years to try them all. The
# limit only keeps a machine from making the site busy. It is counted by the sender's address (home.visitors) in the
# site's cache, each process for itself unless CACHE_URL names a shared one, and wide enough that colleagues behind
# one address do not lock each other out.
MOST_WRONG_CODES = 50
COUNTED_FOR = timedelta(hours=1)


class CodeUsedUp(Exception):
    """Another application was sent with this code meanwhile, or its time is over."""


class TooManyGuesses(Exception):
    """So many wrong codes came from one address that no more are looked at for an hour."""


def make(*, call: CallPage, who_for: str, opens_until: datetime, by: User | None, at: datetime) -> tuple[LateCode, str]:
    """Store a new code and return it with the code itself, which can't be read again later."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    row = LateCode.objects.create(
        call=call,
        who_for=who_for,
        opens_until=opens_until,
        code_digest=_digest(code, settings.SECRET_KEY),
        made_by=by,
        made_at=at,
    )
    return row, f"{code[:5]}-{code[5:]}"


def find(*, call: CallPage, code: str, at: datetime) -> LateCode | None:
    """The code, written in any way, that opens ``call`` at ``at``; None for unknown, used and expired ones alike."""
    signs = _normalised(code)
    if len(signs) != LENGTH:
        return None
    digests = [_digest(signs, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    row = LateCode.objects.filter(call=call, code_digest__in=digests).first()
    return row if opens(row, call=call, at=at) else None


def guess(*, call: CallPage, code: str, sender: str, at: datetime) -> LateCode | None:
    """``find`` for somebody who types a code. Raises ``TooManyGuesses``."""
    counter = f"late_code:{call.pk}:{sender}"
    if cache.get(counter, 0) >= MOST_WRONG_CODES:
        raise TooManyGuesses
    row = find(call=call, code=code, at=at)
    if row is None and not cache.add(counter, 1, COUNTED_FOR.total_seconds()):
        cache.incr(counter)
    return row


def opens(code: LateCode | None, *, call: CallPage, at: datetime) -> bool:
    """Whether ``code`` opens ``call`` at ``at``. The last second counts."""
    return code is not None and code.call_id == call.pk and code.used_at is None and at <= code.opens_until


def use(*, code: LateCode | None, application: Application, at: datetime) -> None:
    """Use ``code`` up for ``application``, inside the transaction that stores it. Raises ``CodeUsedUp``.

    The row is locked: of two answers with one code, one is stored.
    """
    row = LateCode.objects.select_for_update().filter(pk=code.pk).first() if code else None
    if row is None or not opens(row, call=application.call, at=at):
        raise CodeUsedUp
    row.used_at = at
    row.save(update_fields=["used_at"])
    application.late_code = row
    application.save(update_fields=["late_code"])


def _normalised(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign in ALPHABET)


def _digest(code: str, key: str | bytes) -> str:
    return salted_hmac(SALT, code, secret=key, algorithm="sha256").hexdigest()
