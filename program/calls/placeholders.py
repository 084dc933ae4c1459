"""The placeholders that editors may write into the letters of a call. A leaf: imports nothing of ours.

Plain replacement of a few names, never ``str.format``: that would reach into whatever it is given.
"""

import re
from collections.abc import Mapping

NAMES = ("name", "call", "reference", "hear_by", "answer_by")
IN_BRACES = re.compile(r"\{([^{}]*)\}")


def unknown_placeholders(text: str) -> list[str]:
    """Whatever stands in braces in ``text`` and is no placeholder, once each, as it is written."""
    return list(dict.fromkeys(found[0] for found in IN_BRACES.finditer(text) if found[1] not in NAMES))


def uses(text: str, name: str) -> bool:
    """Whether the placeholder ``name`` stands in ``text``."""
    return f"{{{name}}}" in text


def filled(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each placeholder replaced once; what is put in is not looked at again."""
    return IN_BRACES.sub(lambda found: values.get(found[1], found[0]), text)
