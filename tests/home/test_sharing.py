"""Words to carry a page on, and share pages that can't be turned into something else."""

import pytest
from django.core.exceptions import ValidationError

from home.sharing import LISTSERV_COLUMNS, SHORT_POST, pass_on, share_link
from tests.factories import ChannelFactory

pytestmark = pytest.mark.django_db

URL = "https://example.org/spotlights/an-idea/"


@pytest.mark.parametrize("length", [10, 100, 255])
def test_a_short_post_is_never_longer_than_allowed_and_ends_with_the_address(length):
    text = pass_on("word " * (length // 5), "summary " * 35, URL).text
    assert len(text) <= SHORT_POST
    assert text.endswith(f" {URL}")


def test_text_for_a_listserv_is_plain_and_wrapped():
    lines = pass_on("Headline", "word " * 50, URL).listserv_text.splitlines()
    assert max(len(line) for line in lines) <= LISTSERV_COLUMNS
    assert lines[-1] == URL


def test_a_share_page_gets_link_and_words_with_every_sign_escaped():
    channel = ChannelFactory(share_address="https://share.example.org/?u={url}&t={text}")
    assert share_link(channel, URL, 'a & b "c" #d') == (
        "https://share.example.org/?u=https%3A%2F%2Fexample.org%2Fspotlights%2Fan-idea%2F&t=a%20%26%20b%20%22c%22%20%23d"
    )


def test_a_channel_without_a_share_page_gets_words_to_copy():
    channel = ChannelFactory(share_address="")
    assert pass_on("Headline", "Summary", URL).channels == [(channel, "")]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/?{url}",
        "javascript:alert('{url}')",
        "https:///{url}",
        "https://[{url}",
        "https://example.org/",
    ],
)
def test_a_share_address_that_is_no_web_address_is_refused(address):
    with pytest.raises(ValidationError) as refused:
        ChannelFactory(share_address=address).full_clean()
    assert list(refused.value.message_dict) == ["share_address"]
