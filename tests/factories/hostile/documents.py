"""Documents of word processors that act, hide, lock or pretend."""

import zipfile
from io import BytesIO

from tests.factories.files import (
    CONTENT_TYPES,
    MEGABYTE,
    ODT_CONTENT,
    RELATION,
    RELATIONS,
    WORD,
    archive,
    docx,
    docx_parts,
    odt,
)

from .case import Hostile


def _word(**changes: str) -> bytes:
    types = CONTENT_TYPES
    for old, new in changes.values():
        types = types.replace(old, new)
    return docx({"[Content_Types].xml": types})


def _related(kind: str, target: str) -> bytes:
    relation = RELATION.format(kind) + f' Target="{target}" TargetMode="External"/>'
    return docx({"word/_rels/document.xml.rels": RELATIONS.format(relation)})


def _entry(name: str, **attributes) -> bytes:
    """A Word document with one more entry, whose record in the list is changed."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, part in docx_parts().items():
            packed.writestr(each, part)
        entry = zipfile.ZipInfo(name)
        for key, value in attributes.items():
            setattr(entry, key, value)
        packed.writestr(entry, "words")
    return content.getvalue()


def _many_entries() -> bytes:
    return docx({f"word/media/{number}.txt": "" for number in range(2100)})


def zip_bomb() -> bytes:
    """A Word document of 300 kB that unpacks to 300 MB, in parts that are each within bounds."""
    part = bytes(60 * MEGABYTE)
    return docx({f"word/media/{number}.bin": part for number in range(5)})


def _locked_zip() -> bytes:
    content = bytearray(docx())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        content[at + place] |= 1
    return bytes(content)


def _lying_about_size() -> bytes:
    """The list says five bytes where the part holds a thousand."""
    content = bytearray(docx({"word/media/a.txt": "a" * 1000}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(content)


def ole(*, locked: bool) -> bytes:
    """The beginning of an old Word document, or of what a locked new one is wrapped in."""
    stream = "EncryptedPackage" if locked else "WordDocument"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + stream.encode("utf-16-le").ljust(512, b"\0")


def _laughs() -> str:
    return '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


DOCUMENTS = [
    Hostile(
        "Word with macros by type",
        "a.docx",
        "macros",
        lambda: _word(type=(f"{WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
    ),
    Hostile("Word with macros", "a.docx", "macros", lambda: docx({"word/vbaProject.bin": "x"})),
    Hostile("Word with a control", "a.docx", "macros", lambda: docx({"word/activeX/activeX1.xml": "<x/>"})),
    Hostile("a Word template", "a.docx", "kind", lambda: _word(type=("document.main+xml", "template.main+xml"))),
    Hostile(
        "Word with a file inside", "a.docx", "attachment", lambda: docx({"word/embeddings/a.xlsx": archive({"a": "b"})})
    ),
    Hostile(
        "Word with a hidden archive", "a.docx", "attachment", lambda: docx({"word/media/a.png": archive({"a": "b"})})
    ),
    Hostile("Word with a hidden program", "a.docx", "attachment", lambda: docx({"word/media/a.png": b"MZ\x90\0"})),
    Hostile(
        "Word with a template from elsewhere",
        "a.docx",
        "remote",
        lambda: _related("attachedTemplate", "https://example.org/a.dotm"),
    ),
    Hostile(
        "Word with a template in another computer's folder",
        "a.docx",
        "remote",
        lambda: _related("attachedTemplate", "file://///elsewhere/a.dotm"),
    ),
    Hostile(
        "Word with a picture from elsewhere", "a.docx", "remote", lambda: _related("image", "https://example.org/a.png")
    ),
    Hostile("a locked Word document", "a.docx", "encrypted", lambda: ole(locked=True)),
    Hostile("a locked archive", "a.docx", "encrypted", _locked_zip),
    Hostile("Word cut off", "a.docx", "damaged", lambda: docx()[:-100]),
    Hostile(
        "Word with a part that is damaged",
        "a.docx",
        "damaged",
        lambda: docx().replace(b"PK\x03\x04", b"PK\x03\x05", 2).replace(b"PK\x03\x05", b"PK\x03\x04", 1),
    ),
    Hostile("Word that lies about a size", "a.docx", "damaged", _lying_about_size),
    Hostile(
        "Word without words", "a.docx", "damaged", lambda: archive({"[Content_Types].xml": CONTENT_TYPES, "word/a": ""})
    ),
    Hostile("Word with broken relations", "a.docx", "damaged", lambda: docx({"_rels/.rels": "<Relationships"})),
    Hostile("Word that laughs", "a.docx", "bomb", lambda: docx({"[Content_Types].xml": _laughs()})),
    Hostile("Word of too many parts", "a.docx", "bomb", _many_entries),
    Hostile("Word that is a bomb", "a.docx", "bomb", zip_bomb),
    Hostile("Word of one part that is a bomb", "a.docx", "bomb", lambda: docx({"word/a.xml": bytes(50 * MEGABYTE)})),
    Hostile("Word with a way out", "a.docx", "something_added", lambda: _entry("../../etc/cron.d/a")),
    Hostile("Word with a way to the root", "a.docx", "something_added", lambda: _entry("/etc/cron.d/a")),
    Hostile("Word with a way out on Windows", "a.docx", "something_added", lambda: _entry("word/..\\a")),
    Hostile("Word with a link", "a.docx", "something_added", lambda: _entry("word/a", external_attr=0o120777 << 16)),
    Hostile("Word behind a program", "a.docx", "kind", lambda: b"MZ\x90\0" + bytes(64) + docx()),
    Hostile("a page behind Word", "a.docx", "something_added", lambda: docx() + b"<script>1</script>"),
    Hostile("Word behind Word", "a.docx", "something_added", lambda: docx() + docx()),
    Hostile("OpenDocument with macros", "a.odt", "macros", lambda: odt({"Basic/Standard/Module1.xml": "<x/>"})),
    Hostile("OpenDocument with scripts", "a.odt", "macros", lambda: odt({"Scripts/python/a.py": "1"})),
    Hostile(
        "OpenDocument that acts",
        "a.odt",
        "macros",
        lambda: odt({"content.xml": ODT_CONTENT.format("<script:event-listener/>")}),
    ),
    Hostile(
        "a locked OpenDocument",
        "a.odt",
        "encrypted",
        lambda: odt({"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
    ),
    Hostile(
        "OpenDocument with a picture from elsewhere",
        "a.odt",
        "remote",
        lambda: odt({"content.xml": ODT_CONTENT.format('<draw:image xlink:href="https://example.org/a.png"/>')}),
    ),
    Hostile("OpenDocument with a program inside", "a.odt", "attachment", lambda: odt({"Pictures/a.png": b"\x7fELF"})),
    Hostile("OpenDocument without words", "a.odt", "damaged", lambda: odt({"content.xml": "<"})),
]
