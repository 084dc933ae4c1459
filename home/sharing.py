"""Ready-made words for carrying a page to where colleagues are. Nothing here tracks anybody."""

import textwrap
from dataclasses import dataclass
from urllib.parse import quote

from home.models import Channel

SHORT_POST = 300
LISTSERV_COLUMNS = 72


@dataclass(frozen=True)
class Sharing:
    """What a reader needs to pass a page on."""

    url: str
    text: str  # at most SHORT_POST characters with the address
    listserv_text: str  # plain text, lines of at most LISTSERV_COLUMNS characters but for the address
    channels: list[tuple[Channel, str]]  # with the channel's own share page, or "" where words are copied


def pass_on(title: str, summary: str, url: str) -> Sharing:
    """Build the words for one page. One query, for the channels."""
    text = textwrap.shorten(f"{title}. {summary}", width=SHORT_POST - len(url) - 1, placeholder="…") + f" {url}"
    listserv = "\n\n".join(textwrap.fill(part, LISTSERV_COLUMNS) for part in (title, summary)) + f"\n\n{url}\n"
    channels = [(channel, share_link(channel, url, text.removesuffix(f" {url}"))) for channel in Channel.objects.all()]
    return Sharing(url=url, text=text, listserv_text=listserv, channels=channels)


def share_link(channel: Channel, url: str, text: str) -> str:
    """The channel's own share page with ``url`` and ``text`` filled in; "" where it has none."""
    return channel.share_address.replace("{url}", quote(url, safe="")).replace("{text}", quote(text, safe=""))
