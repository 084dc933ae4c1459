"""Keeps personal links out of logs: who reads a log must not be able to open one."""

import logging
import re

# 256 bits, as program/links makes them and program/calls for the address of a receipt.
SECRET_IN_PATH = re.compile(r"/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


def hide(text: str) -> str:
    return SECRET_IN_PATH.sub("/…", text)


class WithoutPersonalLinks(logging.Formatter):
    """Takes secrets out of all that is written, the words of an exception included."""

    def format(self, record):
        return hide(super().format(record))


class HidePersonalLinks(logging.Filter):
    """Takes the secret out of whatever a logger is about to write."""

    def filter(self, record):
        record.msg, record.args = hide(record.getMessage()), None
        return True
