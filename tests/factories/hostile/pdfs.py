"""PDFs that act, hide, lock or pretend."""

import zipfile
import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories.files import MEGABYTE, archive, pdf

from .case import Hostile

SCRIPT = "app.alert('hello')"


def _opening(**action):
    def change(document):
        document.Root.OpenAction = document.make_indirect(Dictionary(**action))

    return change


def _annotated(**annotation):
    def change(document):
        document.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **annotation)])

    return change


def _named_script(document):
    script = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("first"), script])))


def _with_attachment(document):
    document.attachments["letter.exe"] = b"MZ"


def _with_form(document):
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("<xdp/>"))


def _escaped_script() -> bytes:
    plain = pdf(change=_opening(S=Name.JavaScript, JS=String(SCRIPT)))
    # Two letters more here and two fewer there: everything stays in its place.
    return plain.replace(b"/JavaScript", b"/J#61vaScript").replace(b"'hello'", b"'hel'")


def pdf_bomb() -> bytes:
    """A PDF whose list of objects unpacks to 256 MB from a quarter of one."""
    packed = zlib.compress(bytes(256 * MEGABYTE), 9)
    dictionary = b"<</Type/XRef/Size 3/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % len(packed)
    return b"%%PDF-1.5\n3 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n" % (dictionary, packed)


def pdf_of_many_objects(streams: int = 110) -> bytes:
    """A PDF of less than a megabyte with a thousand objects in each of its packed lists."""
    body = bytearray(b"%PDF-1.5\n")
    placed = {0: b"\x00" * 8}

    def add(number: int, content: bytes) -> None:
        placed[number] = b"\x01" + len(body).to_bytes(4) + bytes(3)
        body.extend(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def add_stream(number: int, more: bytes, unpacked: bytes) -> None:
        packed = zlib.compress(unpacked)
        add(number, b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (more, len(packed), packed))

    add(1, b"<</Type/Catalog/Pages 2 0 R>>")
    add(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    add(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    for stream in range(4, 4 + 1001 * streams, 1001):
        for index in range(1000):
            placed[stream + 1 + index] = b"\x02" + stream.to_bytes(4) + index.to_bytes(3)
        heads = b"".join(b"%d %d " % (stream + 1 + index, 3 * index) for index in range(1000))
        add_stream(stream, b"/Type/ObjStm/N 1000/First %d" % len(heads), heads + b"[] " * 1000)
    last = len(placed)
    placed[last] = b"\x01" + len(body).to_bytes(4) + bytes(3)
    start = len(body)
    rows = b"".join(placed[number] for number in range(last + 1))
    add_stream(last, b"/Type/XRef/Size %d/W[1 4 3]/Root 1 0 R" % (last + 1), rows)
    return bytes(body) + b"startxref\n%d\n%%%%EOF\n" % start


def _encrypted(**passwords) -> bytes:
    return pdf(encryption=pikepdf.Encryption(**passwords))


def _zip_with_comment(comment: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("run.js", "1")
        packed.comment = comment
    return content.getvalue()


PDFS = [
    Hostile("a PDF that takes a password", "a.pdf", "encrypted", lambda: _encrypted(user="u", owner="o")),
    Hostile("a PDF locked against changes", "a.pdf", "encrypted", lambda: _encrypted(owner="o")),
    Hostile(
        "a PDF with a script", "a.pdf", "active", lambda: pdf(change=_opening(S=Name.JavaScript, JS=String(SCRIPT)))
    ),
    Hostile("a PDF with a script in disguise", "a.pdf", "active", _escaped_script),
    Hostile("a PDF with a script by name", "a.pdf", "active", lambda: pdf(change=_named_script)),
    Hostile(
        "a PDF with a packed script",
        "a.pdf",
        "active",
        lambda: pdf(change=_named_script, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    ),
    Hostile(
        "a PDF that starts a program", "a.pdf", "active", lambda: pdf(change=_opening(S=Name.Launch, F=String("a")))
    ),
    Hostile(
        "a PDF that starts one at a click",
        "a.pdf",
        "active",
        lambda: pdf(change=_annotated(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("a")))),
    ),
    Hostile(
        "a PDF that opens another computer's file",
        "a.pdf",
        "active",
        lambda: pdf(change=_opening(S=Name.GoToR, F=String("//elsewhere/a"))),
    ),
    Hostile("a PDF that sends a form", "a.pdf", "active", lambda: pdf(change=_opening(S=Name.SubmitForm))),
    Hostile("a PDF with a form of the other kind", "a.pdf", "active", lambda: pdf(change=_with_form)),
    Hostile("a PDF with a film", "a.pdf", "active", lambda: pdf(change=_annotated(Subtype=Name.RichMedia))),
    Hostile("a PDF with a file inside", "a.pdf", "attachment", lambda: pdf(change=_with_attachment)),
    Hostile(
        "a PDF with a file pinned to it",
        "a.pdf",
        "attachment",
        lambda: pdf(change=_annotated(Subtype=Name.FileAttachment)),
    ),
    Hostile("a PDF cut off", "a.pdf", "damaged", lambda: pdf(3)[:-200]),
    Hostile("a PDF of one line", "a.pdf", "damaged", lambda: b"%PDF-1.7\n%%EOF"),
    Hostile("a PDF without pages", "a.pdf", "damaged", lambda: pdf(0)),
    Hostile("a PDF of bytes by chance", "a.pdf", "damaged", lambda: b"%PDF-1.7" + bytes(range(256)) * 40 + b"%%EOF"),
    Hostile("a PDF that is a bomb", "a.pdf", "damaged", pdf_bomb),
    Hostile("a PDF of very many objects", "a.pdf", "too_complex", pdf_of_many_objects),
    Hostile("a PDF of too many pages", "a.pdf", "too_many_pages", lambda: pdf(5)),
    Hostile("words before a PDF", "a.pdf", "something_added", lambda: b"words\n" + pdf()),
    Hostile("an archive behind a PDF", "a.pdf", "something_added", lambda: pdf() + archive({"run.js": "1"})),
    Hostile(
        "an archive that ends like a PDF",
        "a.pdf",
        "something_added",
        lambda: pdf() + _zip_with_comment(b"%%EOF"),
    ),
    Hostile("a page behind a PDF", "a.pdf", "something_added", lambda: pdf() + b"<script>1</script>"),
    Hostile("much behind a PDF", "a.pdf", "something_added", lambda: pdf() + b"<" * 5000),
]
