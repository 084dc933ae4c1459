"""A real SMTP server on loopback that does what it is told, for whatever sends letters."""

import asyncio
import email
import email.policy
import socket
import threading
from collections import Counter
from email.message import EmailMessage

from aiosmtpd.controller import Controller


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class MailServer:
    """Takes letters, or refuses, hangs and breaks off as ``at_rcpt`` and ``at_data`` say.

    ``at_rcpt`` is a reply such as "550 No such mailbox". ``at_data`` is a reply, or "break off" (the letter
    is taken and the connection dies before the reply), or "hang" (it is taken and no reply comes).
    """

    def __init__(self):
        self.received: list[EmailMessage] = []
        self.at_rcpt = self.at_data = ""
        self.delay = 0.0  # Seconds between taking a letter and saying so.
        self.connections = 0
        self.has_one = threading.Event()
        self.host, self.port = "127.0.0.1", free_port()
        self._controller = Controller(self, hostname=self.host, port=self.port)

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_):
        self._controller.stop()

    @property
    def message_ids(self) -> Counter:
        return Counter(message["Message-ID"] for message in self.received)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - aiosmtpd's name
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if self.at_rcpt:
            return self.at_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        if self.at_data not in ("", "break off", "hang"):
            return self.at_data
        self.received.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.has_one.set()
        await asyncio.sleep(self.delay)
        if self.at_data == "break off":
            server.transport.abort()
        while self.at_data == "hang":
            await asyncio.sleep(0.02)
        return "250 OK"
