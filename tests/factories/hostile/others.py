"""Files of a kind that is not taken or under a false name, texts that are none, pictures that are bombs."""

import zlib
from io import BytesIO

from PIL import Image

from tests.factories.files import CONTENT_TYPES, MEGABYTE, archive, docx, odt, pdf, picture

from .case import Hostile
from .documents import ole


def _moving() -> bytes:
    content = BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(content, "PNG", save_all=True, append_images=frames[1:])
    return content.getvalue()


def huge_png(side: int = 30_000) -> bytes:
    """A header that promises ``side`` times ``side`` pixels, and nothing behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


OTHERS = [
    Hostile("empty", "a.pdf", "empty", lambda: b""),
    Hostile("larger than is taken", "a.txt", "too_large", lambda: b"a" * (5 * MEGABYTE + 1)),
    # Kinds that are not taken.
    Hostile("a program", "a.exe", "kind", lambda: b"MZ\x90\0" + bytes(64)),
    Hostile("a program named PDF", "a.pdf", "kind", lambda: b"MZ\x90\0" + bytes(64)),
    Hostile("a moving picture of the web", "a.gif", "kind", lambda: picture("GIF")),
    Hostile("a drawing", "a.svg", "kind", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Hostile("a drawing named PNG", "a.png", "kind", lambda: b'<?xml version="1.0"?>\n<svg/>'),
    Hostile("a web page", "a.html", "kind", lambda: b"\n<!DOCTYPE html><script>1</script>"),
    Hostile("a web page named text", "a.txt", "kind", lambda: b"\xef\xbb\xbf <html>"),
    Hostile("rich text", "a.rtf", "kind", lambda: b"{\\rtf1 words}"),
    Hostile("an archive", "a.zip", "kind", lambda: archive({"a.txt": "words"})),
    Hostile("an archive named Word", "a.docx", "kind", lambda: archive({"a.txt": "words"})),
    Hostile("a spreadsheet", "a.xlsx", "kind", lambda: archive({"[Content_Types].xml": CONTENT_TYPES, "xl/a.xml": ""})),
    Hostile(
        "an OpenDocument table", "a.odt", "kind", lambda: odt({"mimetype": "application/vnd.oasis.opendocument.x"})
    ),
    Hostile("an old Word document", "a.doc", "old_word", lambda: ole(locked=False)),
    # Names that say something else.
    Hostile("a picture named PDF", "a.pdf", "renamed", picture),
    Hostile("a PDF named picture", "a.PNG", "renamed", pdf),
    Hostile("a PDF named program", "a.exe", "renamed", pdf),
    Hostile("a Word document named for macros", "a.docm", "renamed", docx),
    Hostile("text named Word", "a.docx", "renamed", lambda: b"words"),
    # Texts and pictures.
    Hostile("bytes that are no words", "a.txt", "not_text", lambda: b"words\x00words"),
    Hostile("bytes by chance", "a.txt", "not_text", lambda: bytes(range(1, 256))),
    Hostile("half a word of two bytes", "a.txt", "not_text", lambda: b"\xff\xfea"),
    Hostile("a picture cut off", "a.jpg", "damaged", lambda: picture("JPEG", (400, 300))[:-200]),
    Hostile("a picture of noise", "a.png", "damaged", lambda: picture()[:40] + bytes(100)),
    Hostile("a picture that moves", "a.png", "moving", _moving),
    Hostile("a picture that is a bomb", "a.png", "too_many_pixels", huge_png),
    Hostile("a picture that is a small bomb", "a.png", "too_many_pixels", lambda: huge_png(7000)),
]
