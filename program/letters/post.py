"""Handing letters to the mail server: one message each, one connection for many."""

from contextlib import suppress
from datetime import datetime
from types import TracebackType

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.validators import validate_email

from home.models import AssociationSettings
from program.letters.models import Letter
from program.letters.services.rendering import LEAVE, addresses_in, text_for_reader
from program.letters.typesetting import html_of
from program.letters.words import one_line

# Some servers take a hundred letters over one connection and no more.
LETTERS_A_CONNECTION = 50


def message_for(letter: Letter, at: datetime) -> EmailMultiAlternatives:
    """The message of ``letter``: its fixed name, its text with every address filled in, and the HTML of it.

    Raises ``ValueError`` for an address that is none, ``LinkGone`` for a personal link that was deleted.
    The name of the reader is in no header: somebody else may have typed it.
    """
    validate_address(letter.to)
    addresses = addresses_in(letter, at)
    text = text_for_reader(letter, addresses)
    headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"}
    if LEAVE in addresses:
        headers["List-Unsubscribe"] = f"<{addresses[LEAVE]}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    program_name = one_line(AssociationSettings.load().program_name)
    message = EmailMultiAlternatives(
        letter.subject, text, to=[letter.to], reply_to=[letter.reply_to] if letter.reply_to else None, headers=headers
    )
    message.attach_alternative(html_of(text, subject=letter.subject, program_name=program_name), "text/html")
    return message


def validate_address(address: str) -> None:
    """Raise ``ValueError`` when ``address`` is none that mail can go to."""
    try:
        validate_email(address)
    except Exception as error:
        raise ValueError("This is no address that mail can go to") from error


class MailLine:
    """A connection to the mail server, opened when first needed. Whatever backend the settings name."""

    def __init__(self) -> None:
        self._connection = get_connection(fail_silently=False)
        self._is_open = False
        self._handed_over = 0

    def __enter__(self) -> "MailLine":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.hang_up()

    def hand_over(self, message: EmailMultiAlternatives) -> None:
        """Send ``message``. Returns when the server has taken it; raises whatever the backend raises."""
        if self._handed_over >= LETTERS_A_CONNECTION:
            self.hang_up()
        if not self._is_open:
            self._connection.open()
            self._is_open = True
        if not self._connection.send_messages([message]):
            raise OSError("The mail backend took no letter and did not say why")
        self._handed_over += 1

    def hang_up(self) -> None:
        """Close the connection; the next letter opens a new one. A line that is dead already is no fault."""
        if self._is_open:
            self._is_open = False
            self._handed_over = 0
            # The letters handed over are not undone by a farewell that fails.
            with suppress(Exception):
                self._connection.close()
