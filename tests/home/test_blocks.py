"""What the blocks of a page refuse, and what they leave out."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import ButtonBlock, EmbedBlock, RelatedPagesBlock
from tests.browsing import soup
from tests.factories import PictureFactory, SpotlightPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("page", "url"), [(True, "https://example.org/"), (False, "")])
def test_a_button_leads_to_one_place(page, url):
    value = ButtonBlock().to_python({"label": "Go", "url": url})
    value["page"] = SpotlightPageFactory() if page else None
    with pytest.raises(StructBlockValidationError):
        ButtonBlock().clean(value)


@pytest.mark.parametrize("url", ["http://video.example.org/", "ftp://video.example.org/"])
def test_a_recording_elsewhere_is_reached_safely_or_not_at_all(url):
    block = EmbedBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"url": url, "title": "A walk"}))


def test_related_pages_leave_out_what_is_not_published(client):
    live, draft = SpotlightPageFactory(title="Published"), SpotlightPageFactory(title="Markerdraft", live=False)
    page = StandardPageFactory(body=[("related_pages", [live, draft])])
    body = client.get(page.get_url()).content.decode()
    assert "Published" in body
    assert "Markerdraft" not in body


def test_an_empty_list_of_related_pages_is_nothing_at_all():
    assert RelatedPagesBlock().render(RelatedPagesBlock().to_python([])).strip() == ""


@pytest.mark.parametrize(("decorative", "alt"), [(False, "A shelf of books"), (True, "")])
def test_a_picture_has_its_words_or_is_marked_as_decoration(client, decorative, alt):
    picture = PictureFactory(credit="Drawn by a sample hand")
    value = {"image": {"image": picture, "decorative": decorative, "alt_text": alt}, "caption": "On Friday"}
    page = StandardPageFactory(body=[("picture", value)])
    [figure] = soup(client.get(page.get_url())).select("main figure")
    assert figure.select_one("img")["alt"] == alt
    assert "On Friday" in figure.get_text()
    assert "Drawn by a sample hand" in figure.get_text()
