"""Word and OpenDocument text: real ones, without macros, locks, other files inside, or calls to elsewhere."""

import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from program.files.enums import Kind
from program.files.judging.archives import Archive
from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

ODT_TYPE = b"application/vnd.oasis.opendocument.text"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_TYPES_WITH_MACROS = re.compile(r"macroenabled|vbaproject|vbadata|activex", re.IGNORECASE)
WORD_PARTS_WITH_MACROS = re.compile(r"vbaproject|vbadata|/activex/", re.IGNORECASE)
WORD_ATTACHMENTS = re.compile(r"/embeddings/|oleobject|/package/", re.IGNORECASE)
# A link that a reader may follow, or not, is no harm; nor is a path on the writer's own disk, as Word notes it of
# the template that a document was begun with.
HARMLESS_RELATION = "/hyperlink"
ON_THE_WRITERS_DISK = re.compile(r"file:///(?![/\\])|[a-z]:[/\\](?![/\\])", re.IGNORECASE)
ODT_MACROS = re.compile(r"(^|/)(Basic|Scripts)/")
ODT_ACTS = "urn:oasis:names:tc:opendocument:xmlns:script:1.0 event"
ODT_FETCHING = {"image", "object", "object-ole", "plugin", "applet", "floating-frame", "section-source"}
XLINK_HREF = "http://www.w3.org/1999/xlink href"
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\.\./", re.IGNORECASE)

Attributes = dict[str, str]


def kind_of(file: Any, limits: Limits) -> Kind:
    """Which of the two an archive is. Raises ``Refused`` where it is neither, or no honest archive."""
    archive = Archive(file)
    if archive.part("mimetype", most=200).strip() == ODT_TYPE:
        return Kind.ODT
    if "[Content_Types].xml" in archive.names and any(name.startswith("word/") for name in archive.names):
        return Kind.DOCX
    raise Refused("kind", what="an archive or a document of another program", kinds=limits.kinds_in_words)


def judge_docx(file: Any, limits: Limits) -> tuple[Any, int | None]:
    """The file as it came, and the number of pages that Word wrote into it."""
    archive = Archive(file)
    types: list[str] = []
    _read(archive.part("[Content_Types].xml"), lambda _, attributes: types.append(attributes.get("ContentType", "")))
    names = "\n".join(archive.names)
    if WORD_TYPES_WITH_MACROS.search("\n".join(types)) or WORD_PARTS_WITH_MACROS.search(names):
        raise Refused("macros")
    if DOCX_TYPE not in types:
        raise Refused("kind", what="a Word template or another kind of Word file", kinds=limits.kinds_in_words)
    if WORD_ATTACHMENTS.search(names):
        raise Refused("attachment")
    texts = [name for name in archive.names if name.startswith("word/document") and name.endswith(".xml")]
    if not texts:
        raise Refused("damaged")
    for name in texts:
        _read(archive.part(name), None)
    for name in archive.names:
        if name.endswith(".rels"):
            _read(archive.part(name), _refuse_remote_relation)
    archive.refuse_foreign_parts()
    return file, _number(rb"<(?:\w+:)?Pages>\s*(\d{1,6})\s*</", archive.part("docProps/app.xml"))


def judge_odt(file: Any, limits: Limits) -> tuple[Any, int | None]:
    """The file as it came, and the number of pages that its program wrote into it."""
    archive = Archive(file)
    if archive.entries[0].filename != "mimetype" or "content.xml" not in archive.names:
        raise Refused("damaged")
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise Refused("encrypted")
    if any(ODT_MACROS.search(name) for name in archive.names):
        raise Refused("macros")
    for name in archive.names:
        # Those of objects inside it as well.
        if name.rpartition("/")[2] in ("content.xml", "styles.xml"):
            _read(archive.part(name), _refuse_acting_element)
    archive.refuse_foreign_parts()
    return file, _number(rb"page-count=\"(\d{1,6})\"", archive.part("meta.xml"))


def _refuse_remote_relation(_: str, attributes: Attributes) -> None:
    if attributes.get("TargetMode", "").lower() != "external":
        return
    is_harmless = attributes.get("Type", "").endswith(HARMLESS_RELATION)
    if not is_harmless and not ON_THE_WRITERS_DISK.match(attributes.get("Target", "")):
        raise Refused("remote")


def _refuse_acting_element(name: str, attributes: Attributes) -> None:
    target = attributes.get(XLINK_HREF, "")
    if name.startswith(ODT_ACTS) or target.lower().startswith("vnd.sun.star.script:"):
        raise Refused("macros")
    if name.rpartition(" ")[2] in ODT_FETCHING and ELSEWHERE.match(target):
        raise Refused("remote")


def _read(part: bytes, on_element: Callable[[str, Attributes], None] | None) -> None:
    """Read one part as XML, element by element: nothing of it is kept, and nothing is fetched or expanded."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_declarations
    if on_element:
        parser.StartElementHandler = on_element
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Refused("damaged") from None


def _refuse_declarations(*declared: Any) -> None:
    """Neither program writes any, and expanding them is how a short text becomes a long one."""
    raise Refused("bomb")


def _number(pattern: bytes, part: bytes) -> int | None:
    found = re.search(pattern, part)
    return int(found[1]) if found else None
