"""A stranger's name for a file, made harmless."""

import unicodedata

from program.files.enums import Kind

LONGEST = 100


def clean(name: str, kind: Kind) -> str:
    """``name`` without folders, without what can't be seen or turns the reading direction, with the ending of ``kind``.

    Never longer than ``LONGEST`` characters; “file” where nothing is left of it.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    # Categories C*: control characters, what only formats (among it the bidirectional marks), what is no character.
    seen = "".join(each for each in unicodedata.normalize("NFC", base) if unicodedata.category(each)[0] != "C")
    stem = " ".join(seen.split())
    ending = ending_of(stem)
    if ending in kind.endings:
        stem = stem[: -len(ending) - 1]
    room = LONGEST - len(kind.value) - 1
    return f"{stem[:room].strip(' .') or 'file'}.{kind.value}"


def ending_of(name: str) -> str:
    """What stands after the last point of ``name``, in small letters; nothing where there is none."""
    return name.rpartition(".")[2].strip().lower() if "." in name else ""
