"""Word and OpenDocument text: real ones, without macros, locks, other files inside, or calls to elsewhere."""

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from program.files.enums import Kind
from program.files.judging.archives import Archive
from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

ODT_TYPE = b"application/vnd.oasis.opendocument.text"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_MACROS = re.compile(r"macroenabled|vbaproject|vbadata|activex", re.IGNORECASE)
WORD_PARTS_WITH_MACROS = re.compile(r"vbaproject|vbadata|/activex/", re.IGNORECASE)
WORD_ATTACHMENTS = re.compile(r"/embeddings/|oleobject|/package/", re.IGNORECASE)
# A link that a reader may follow, or not, is no harm.
HARMLESS_RELATION = "/hyperlink"
ODT_MACROS = re.compile(r"(^|/)(Basic|Scripts)/")
ODT_ACTING = re.compile(rb"vnd\.sun\.star\.script:|<script:event-listener|<script:event\b")
ODT_REMOTE = re.compile(
    rb"<(?:draw:(?:image|object|object-ole|plugin|applet|floating-frame)|text:section-source)\b[^>]*?"
    rb"xlink:href=\"(?:[a-z][a-z0-9+.-]*:|//|\.\./)",
    re.IGNORECASE,
)


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
    _refuse_word_types(_parse(archive.part("[Content_Types].xml")), limits)
    _refuse_word_names(archive)
    for name in sorted(archive.names):
        if name.endswith(".rels"):
            _refuse_remote_relations(_parse(archive.part(name)))
    archive.refuse_foreign_parts()
    return file, _number(r"<(?:\w+:)?Pages>\s*(\d{1,6})\s*</", archive.part("docProps/app.xml"))


def judge_odt(file: Any, limits: Limits) -> tuple[Any, int | None]:
    """The file as it came, and the number of pages that its program wrote into it."""
    archive = Archive(file)
    if archive.entries[0].filename != "mimetype" or "content.xml" not in archive.names:
        raise Refused("damaged")
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise Refused("encrypted")
    if any(ODT_MACROS.search(name) for name in archive.names):
        raise Refused("macros")
    for name in sorted(archive.names):
        if name.rpartition("/")[2] in ("content.xml", "styles.xml"):
            part = archive.part(name)
            _parse(part)
            if ODT_ACTING.search(part):
                raise Refused("macros")
            if ODT_REMOTE.search(part):
                raise Refused("remote")
    archive.refuse_foreign_parts()
    return file, _number(r"page-count=\"(\d{1,6})\"", archive.part("meta.xml"))


def _refuse_word_types(types: Element, limits: Limits) -> None:
    named = [each.get("ContentType", "") for each in types]
    if any(WORD_MACROS.search(name) for name in named):
        raise Refused("macros")
    if DOCX_TYPE not in named:
        raise Refused("kind", what="a Word template or another kind of Word file", kinds=limits.kinds_in_words)


def _refuse_word_names(archive: Archive) -> None:
    if any(WORD_PARTS_WITH_MACROS.search(name) for name in archive.names):
        raise Refused("macros")
    if any(WORD_ATTACHMENTS.search(name) for name in archive.names):
        raise Refused("attachment")
    if not any(name.startswith("word/") and name.endswith(".xml") for name in archive.names):
        raise Refused("damaged")


def _refuse_remote_relations(relations: Element) -> None:
    for each in relations:
        if each.get("TargetMode") == "External" and not each.get("Type", "").endswith(HARMLESS_RELATION):
            raise Refused("remote")


def _parse(part: bytes) -> Element:
    try:
        return fromstring(part, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("bomb") from None
    except (ParseError, ValueError, LookupError):
        raise Refused("damaged") from None


def _number(pattern: str, part: bytes) -> int | None:
    found = re.search(pattern.encode(), part)
    return int(found[1]) if found else None
