"""Files as people make them, built by code: nothing here came from anybody's computer."""

import zipfile
from io import BytesIO

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from program.files import services
from program.files.enums import Kind
from program.files.judging import Limits
from program.files.models import PrivateFile

from .clock import NOW

MEGABYTE = 1024 * 1024
EVERY_KIND = Limits(frozenset(Kind))
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
RELATION = '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
MAIN_RELATION = RELATION.format("officeDocument") + ' Target="word/document.xml"/>'
DOCUMENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>What I would bring.</w:t></w:r></w:p></w:body></w:document>"
)
ODT = "application/vnd.oasis.opendocument.text"
ODT_CONTENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)


def pdf(pages: int = 1, change=None, **save) -> bytes:
    """A PDF; ``change`` is called with the ``pikepdf.Pdf`` before it is saved."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    if change:
        change(document)
    content = BytesIO()
    # The same bytes each time, as somebody's file has who sends it again; an encrypted one can't be.
    document.save(content, deterministic_id="encryption" not in save, **save)
    return content.getvalue()


def archive(parts: dict[str, str | bytes], *, first_plain: bool = False) -> bytes:
    """A zip with ``parts`` in their order; the first is not packed if so wished."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, (name, part) in enumerate(parts.items()):
            plain = first_plain and number == 0
            packed.writestr(name, part, zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED)
    return content.getvalue()


def docx_parts(**more: str | bytes) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(MAIN_RELATION),
        "word/document.xml": DOCUMENT,
    } | more


def docx(parts: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document, with ``parts`` added or in the place of its own."""
    return archive(docx_parts(**(parts or {})))


def odt(parts: dict[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text, with ``parts`` added or in the place of its own."""
    own = {"mimetype": ODT, "content.xml": ODT_CONTENT.format(""), "META-INF/manifest.xml": "<manifest/>"}
    return archive(own | (parts or {}), first_plain=True)


def picture(form: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **save) -> bytes:
    content = BytesIO()
    Image.new(mode, size).save(content, form, **save)
    return content.getvalue()


def uploaded(content: bytes, name: str = "resume.pdf") -> SimpleUploadedFile:
    """``content`` as a form hands it over; the browser's own word for its type is never to be believed."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def store(content: bytes | None = None, name: str = "resume.pdf", **more) -> PrivateFile:
    """A file that is stored: a PDF of one page, unless ``content`` is given."""
    values = {"limits": EVERY_KIND, "holder": "holder", "slot": "question", "at": NOW}
    return services.store(upload=uploaded(pdf() if content is None else content, name), **(values | more))
