"""Honest files are taken, and what is stored of them holds nothing but what people meant to send."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from program.files.enums import Kind
from program.files.judging import Limits, Refused, judge
from tests.factories import files

LIMITS = Limits(frozenset(Kind), max_pages=4)
MARKER = "Marker-of-somebody's-garden"


def judged(content, name="file", limits=LIMITS):
    return judge(files.uploaded(content, name), limits)


def with_marker(form):
    """A picture with the marker in every place where cameras and programs write."""
    exif = Image.Exif()
    exif[0x010E] = MARKER  # its description
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[0x001D] = MARKER  # of the place
    more = {"comment": MARKER} if form == "JPEG" else {}
    image = Image.new("RGB", (40, 30), "teal")
    image.info["comment"] = MARKER
    content = BytesIO()
    image.save(content, form, exif=exif, icc_profile=MARKER.encode(), xmp=MARKER.encode(), **more)
    return content.getvalue() + MARKER.encode()


@pytest.mark.parametrize(
    ("content", "kind", "pages"),
    [
        (files.pdf(4), Kind.PDF, 4),
        (files.pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate), Kind.PDF, 1),
        (files.pdf(linearize=True), Kind.PDF, 1),
        (files.docx(), Kind.DOCX, None),
        (files.docx({"docProps/app.xml": "<Properties><Pages>3</Pages></Properties>"}), Kind.DOCX, 3),
        (files.odt(), Kind.ODT, None),
        (files.odt({"meta.xml": '<meta:document-statistic meta:page-count="2"/>'}), Kind.ODT, 2),
        (b"Words.", Kind.TXT, None),
        (files.picture("JPEG"), Kind.JPEG, None),
        (files.picture("PNG"), Kind.PNG, None),
    ],
)
def test_a_file_is_known_by_its_content_alone(content, kind, pages):
    verdict = judged(content)
    assert (verdict.kind, verdict.pages) == (kind, pages)


@pytest.mark.parametrize("content", [files.pdf(), files.docx(), files.odt(), b"Words.\n"])
def test_what_needs_no_change_is_stored_byte_for_byte(content):
    assert judged(content).content.read() == content


def test_links_in_word_are_no_harm():
    link = files.RELATION.format("hyperlink") + ' Target="https://example.org/" TargetMode="External"/>'
    assert judged(files.docx({"word/_rels/document.xml.rels": files.RELATIONS.format(link)})).kind == Kind.DOCX


@pytest.mark.parametrize("target", ["file:///C:\\Users\\me\\Resume.dotx", "file:///Users/me/a.dotx", "C:\\a.dotx"])
def test_a_template_that_word_noted_on_the_writers_own_disk_is_no_harm(target):
    relation = files.RELATION.format("attachedTemplate") + f' Target="{target}" TargetMode="External"/>'
    assert judged(files.docx({"word/_rels/settings.xml.rels": files.RELATIONS.format(relation)})).kind == Kind.DOCX


@pytest.mark.parametrize("words", ["BMI and reading", "MZ is a rare beginning", "ID3 and FLV are, too", "<3 books"])
def test_words_may_begin_like_anything(words):
    assert judged(words.encode(), "a.txt").kind == Kind.TXT


def test_a_form_to_fill_in_and_links_are_no_harm_in_a_pdf():
    def change(document):
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org"))
        document.Root.OpenAction = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]))
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=link, Rect=[0, 0, 9, 9])
        document.pages[0].Annots = pikepdf.Array([note])

    assert judged(files.pdf(change=change)).pages == 1


def test_a_picture_with_a_second_one_inside_as_phones_make_them_is_taken():
    content = BytesIO()
    first, second = Image.new("RGB", (40, 30), "teal"), Image.new("RGB", (40, 30), "gold")
    first.save(content, "MPO", save_all=True, append_images=[second])
    with Image.open(judged(content.getvalue(), "a.jpg").content) as picture:
        assert (picture.format, getattr(picture, "n_frames", 1)) == ("JPEG", 1)


def test_pages_are_limited_where_a_document_tells_them():
    parts = {"docProps/app.xml": "<Properties><Pages>5</Pages></Properties>"}
    with pytest.raises(Refused, match="This has 5 pages; at most 4 are taken here"):
        judged(files.docx(parts))


@pytest.mark.parametrize(
    "name", ["résumé.PDF", "minutes.v2", "no ending", "Letter by J.R.C", "résumé (final).pdf ", "C:\\sent\\me.pdf"]
)
def test_a_name_that_says_nothing_else_is_no_lie(name):
    assert judged(files.pdf(), name).kind == Kind.PDF


def test_a_kind_that_the_question_does_not_take_is_refused_with_what_it_takes():
    with pytest.raises(Refused) as refusal:
        judged(files.picture(), "a.png", Limits(frozenset({Kind.PDF, Kind.DOCX})))
    assert refusal.value.sentence == "This is a PNG picture, which is not taken here. Send PDF or Word (.docx)."


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("Zoë, 図書館, Čapek\r\n\ttab".encode(), "Zoë, 図書館, Čapek\r\n\ttab"),
        ("Zoë".encode("utf-8-sig"), "Zoë"),
        ("Zoë 図書館".encode("utf-16"), "Zoë 図書館"),
        (b"\xfe\xff" + "Zoë".encode("utf-16-be"), "Zoë"),
        ("Zoë – “so”".encode("cp1252"), "Zoë – “so”"),
    ],
)
def test_text_becomes_utf_8_whatever_it_came_as(sent, words):
    assert judged(sent, "a.txt").content.read().decode() == words


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_keeps_nothing_but_the_picture(form):
    """Guard: ``pictures._draw_anew``. The marker stands in description, place, comment, profile and behind the end."""
    sent = with_marker(form)
    assert sent.count(MARKER.encode()) >= 3
    stored = judged(sent, "a.jpg" if form == "JPEG" else "a.png").content.read()
    assert b"Marker" not in stored
    with Image.open(BytesIO(stored)) as picture:
        # Turned upright, as the note that is gone asked for.
        assert picture.size == (30, 40)
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("form", "mode"),
    [("JPEG", "CMYK"), ("JPEG", "L"), ("JPEG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16")],
)
def test_pictures_of_every_mode_are_taken(form, mode):
    stored = judged(files.picture(form, mode=mode)).content
    with Image.open(stored) as picture:
        picture.load()
        assert (picture.format, picture.size) == (form, (40, 30))
        assert (picture.mode == "RGB") == (mode in ("CMYK", "RGB"))


def test_what_is_see_through_stays_so():
    with Image.open(judged(files.picture("PNG", mode="P", transparency=0)).content) as picture:
        assert picture.info["transparency"] == 0


def test_limits_say_themselves_in_words():
    assert Limits(frozenset({Kind.PDF, Kind.DOCX}), max_pages=4).in_words == (
        "PDF or Word (.docx), up to 5 MB, at most 4 pages"
    )
    assert Limits(frozenset({Kind.TXT}), max_bytes=1_500_000, max_pages=1).in_words == (
        "Plain text, up to 1.4 MB, at most 1 page"
    )
    assert Limits(frozenset({Kind.JPEG, Kind.PNG}), max_bytes=80 * 1024).in_words == (
        "A JPEG picture or a PNG picture, up to 80 kB"
    )
