"""Open calls for feed readers and calendars. What is built here says the same until a call changes.

Nothing in it depends on the minute it is asked for, so that a reader who has it is told so in a few bytes.
"""

from datetime import UTC, datetime, timedelta

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from icalendar import Calendar, Event

from home.templatetags.moments import in_words
from program.letters.words import one_line

LANGUAGE = "en-US"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ASK_AGAIN = timedelta(hours=6)
EPOCH = datetime.fromtimestamp(0, UTC)


class AtomFeed(Atom1Feed):
    """Atom with a time of its own for when it is empty; Django would take the present one."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["empty_since"]


def atom(*, page, calls, address: str, title: str, author: str, request) -> str:
    """``calls`` as an Atom feed that lives at ``address``; ``page`` is the list they are from."""
    feed = AtomFeed(
        title=title,
        link=page.get_full_url(request),
        description=one_line(page.summary, 500),
        language=LANGUAGE,
        author_name=author,
        feed_url=address,
        feed_guid=_identity(page),
        empty_since=page.last_published_at or EPOCH,
    )
    for call in calls:
        feed.add_item(
            title=one_line(call.title, 255),
            link=call.get_full_url(request),
            description=escape(_summary(call)),
            unique_id=_identity(call),
            pubdate=call.opens_at,
            updateddate=_changed_at(call),
            categories=[call.get_kind_display()],
        )
    return feed.writeString("utf-8")


def json_feed(*, page, calls, address: str, title: str, author: str, request) -> dict:
    """The same as a JSON Feed."""
    return {
        "version": JSON_FEED,
        "title": title,
        "description": one_line(page.summary, 500),
        "home_page_url": page.get_full_url(request),
        "feed_url": address,
        "language": LANGUAGE,
        "authors": [{"name": author}],
        "items": [
            {
                "id": _identity(call),
                "url": call.get_full_url(request),
                "title": one_line(call.title, 255),
                "content_text": _summary(call),
                "date_published": call.opens_at.isoformat(),
                "date_modified": _changed_at(call).isoformat(),
                "tags": [call.get_kind_display()],
            }
            for call in calls
        ],
    }


def calendar(*, calls, title: str, request) -> bytes:
    """The deadlines of ``calls`` as a calendar. Each is a moment in UTC, the same wherever it is read."""
    made = Calendar()
    made.add("prodid", "-//Pay It Forward//Open calls//EN")
    made.add("version", "2.0")
    made.add("name", title)
    made.add("x-wr-calname", title)
    made.add("refresh-interval", ASK_AGAIN)
    made["refresh-interval"].params["VALUE"] = "DURATION"
    for call in calls:
        made.add_component(_deadline(call, request))
    return made.to_ical()


def _deadline(call, request) -> Event:
    event = Event()
    address = call.get_full_url(request)
    event.add("uid", str(call.translation_key))
    event.add("dtstamp", _changed_at(call))
    event.add("last-modified", _changed_at(call))
    event.add("dtstart", call.closes_at)
    event.add("summary", f"Closes: {one_line(call.title, 255)}")
    event.add("description", f"{_summary(call)}\n\n{address}")
    event.add("url", address)
    event.add("categories", [call.get_kind_display()])
    event.add("transp", "TRANSPARENT")
    return event


def _summary(call) -> str:
    return f"{one_line(call.summary, 500)} Closes {in_words(call.closes_at)}."


def _identity(page) -> str:
    """The same for as long as the page lives, wherever it moves and whatever the site is called."""
    return f"urn:uuid:{page.translation_key}"


def _changed_at(call):
    return max(filter(None, (call.opens_at, call.last_published_at)))
