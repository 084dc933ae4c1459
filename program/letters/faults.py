"""What went wrong when a letter was handed over, and whether it is worth another try."""

import re
import smtplib
from dataclasses import dataclass

from program.letters.enums import TryOutcome
from program.letters.words import one_line

WORDS_CAP = 300
# The request was understood and refused: an HTTP mail service says so about an address or a message.
REFUSED_STATUS = {400, 422}
SERVICE_CLOSES = 421
_ADDRESS = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Fault:
    """One failed try. ``ends_round`` tells whether the server, and not the letter, is the trouble."""

    outcome: TryOutcome
    words: str
    ends_round: bool = False


def judge(error: Exception) -> Fault:
    """What ``error`` means for a letter.

    For good: the server refuses this recipient or this message with a 5xx, or the address is none. All
    else passes: no connection, silence, a 4xx, a broken-off talk, a refused log-in or sender (those are
    mended in the settings, and no letter should be lost over them).
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()), (0, b""))
        return _by_code(code, said)
    if isinstance(error, smtplib.SMTPDataError):
        return _by_code(error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPResponseException):
        return Fault(TryOutcome.TRANSIENT, _words(f"{error.smtp_code} {_text(error.smtp_error)}"), ends_round=True)
    if isinstance(error, smtplib.SMTPException | OSError) and not hasattr(error, "status_code"):
        return Fault(TryOutcome.TRANSIENT, _words(f"{type(error).__name__}: {error}"), ends_round=True)
    if isinstance(error, ValueError | LookupError) or getattr(error, "status_code", None) in REFUSED_STATUS:
        return Fault(TryOutcome.PERMANENT, _words(f"{type(error).__name__}: {error}"))
    return Fault(TryOutcome.TRANSIENT, _words(f"{type(error).__name__}: {error}"), ends_round=True)


def _by_code(code: int, said: bytes | str) -> Fault:
    outcome = TryOutcome.PERMANENT if 500 <= code < 600 else TryOutcome.TRANSIENT
    return Fault(outcome, _words(f"{code} {_text(said)}"), ends_round=code == SERVICE_CLOSES)


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else str(said)


def _words(text: str) -> str:
    """For the register and the log: without addresses and without what may be a secret."""
    return one_line(_SECRET.sub("…", _ADDRESS.sub("(address)", text)), WORDS_CAP)
