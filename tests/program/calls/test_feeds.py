"""Open calls for feed readers and calendars: valid, stable, and cheap to ask for again."""

import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from home.models import AssociationSettings
from program.calls.enums import CallKind, Meetings
from program.calls.models import CallIndexPage
from tests.browsing import soup
from tests.factories import NOW, CallIndexPageFactory, CallPageFactory

pytestmark = pytest.mark.django_db

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
LIST_ADDRESSES = ["/calls/feed.atom", "/calls/feed.json", "/calls/calendar.ics"]

# Queries for each, whatever is in it.
COSTS = [("feed.atom", 8), ("feed.json", 8), ("calendar.ics", 7), ("jury/deadline.ics", 7)]


@pytest.fixture(autouse=True)
def _now(home, arriving_at):
    arriving_at(NOW)
    CallIndexPageFactory().save_revision().publish()


def parsed(response):
    return ElementTree.fromstring(response.content)  # noqa: S314 - it was made by us


def entries(client, address="/calls/feed.atom"):
    return parsed(client.get(address)).findall("atom:entry", ATOM)


def titles(client, query="") -> dict[str, list[str]]:
    calendar = Calendar.from_ical(client.get(f"/calls/calendar.ics{query}").content)
    return {
        "atom": [each.findtext("atom:title", namespaces=ATOM) for each in entries(client, f"/calls/feed.atom{query}")],
        "json": [each["title"] for each in client.get(f"/calls/feed.json{query}").json()["items"]],
        "calendar": [str(each["summary"]).removeprefix("Closes: ") for each in calendar.walk("VEVENT")],
    }


def test_the_feeds_hold_the_open_calls_and_the_calendar_those_to_come_as_well(client):
    CallPageFactory(now=NOW, title="Open")
    CallPageFactory(now=NOW, title="To come", upcoming=True)
    CallPageFactory(now=NOW, title="Closed", closed=True)
    CallPageFactory(now=NOW, title="Draft", live=False)
    assert titles(client) == {"atom": ["Open"], "json": ["Open"], "calendar": ["Open", "To come"]}


def test_they_are_narrowed_as_the_list_is(client):
    CallPageFactory(now=NOW, title="Board", kind=CallKind.BOARD, meetings=Meetings.IN_PERSON)
    CallPageFactory(now=NOW, title="Jury", kind=CallKind.AWARD_JURY, newcomers_welcome=False)
    assert set(map(tuple, titles(client, "?kind=board").values())) == {("Board",)}
    assert set(map(tuple, titles(client, "?virtual=on").values())) == {("Jury",)}
    assert set(map(tuple, titles(client, "?newcomers=on&kind=nonsense").values())) == {("Board",)}


def test_the_atom_feed_has_what_the_rules_ask_for(client):
    """RFC 4287: one id, title and updated in the feed and in each entry, an author, a link to itself."""
    call = CallPageFactory(now=NOW, title="Readers & <writers>", summary="One & <two>.", kind=CallKind.PANEL)
    response = client.get("/calls/feed.atom?kind=panel")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = parsed(response)
    [entry] = feed.findall("atom:entry", ATOM)
    for element in (feed, entry):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"atom:{name}", ATOM)) == 1
        assert datetime.fromisoformat(element.findtext("atom:updated", namespaces=ATOM)).tzinfo
        assert element.findtext("atom:id", namespaces=ATOM).startswith("urn:uuid:")
    assert feed.findtext("atom:author/atom:name", namespaces=ATOM)
    here = call.get_parent().full_url
    links = {link.get("rel"): link.get("href") for link in feed.findall("atom:link", ATOM)}
    assert links == {"self": f"{here}feed.atom?kind=panel", "alternate": here}
    assert entry.findtext("atom:title", namespaces=ATOM) == "Readers & <writers>"
    assert entry.find("atom:summary", ATOM).get("type") == "html"
    assert entry.findtext("atom:summary", namespaces=ATOM).startswith("One &amp; &lt;two&gt;. Closes Monday, March 22")
    assert entry.find("atom:link", ATOM).get("href") == call.full_url


def test_the_json_feed_has_what_the_rules_ask_for(client):
    """JSON Feed 1.1: version and title; an id and content in each item, times with their offset."""
    call = CallPageFactory(now=NOW)
    response = client.get("/calls/feed.json")
    assert response["Content-Type"] == "application/feed+json"
    feed = json.loads(response.content)
    assert (feed["version"], feed["feed_url"]) == (
        "https://jsonfeed.org/version/1.1",
        f"{call.get_parent().full_url}feed.json",
    )
    [item] = feed["items"]
    assert (item["url"], item["title"]) == (call.full_url, call.title)
    assert item["content_text"].endswith("Closes Monday, March 22, 2027, 1:00 pm Central.")
    assert datetime.fromisoformat(item["date_published"]) == call.opens_at


@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Honolulu"])
@pytest.mark.parametrize(
    "closes_at", [datetime(2027, 3, 14, 7, 59, 59, tzinfo=UTC), datetime(2027, 11, 7, 6, 30, tzinfo=UTC)]
)
def test_a_deadline_is_the_same_moment_in_every_calendar_and_zone(client, zone, closes_at):
    """Both nights when clocks change, as well."""
    AssociationSettings.objects.update_or_create(pk=1, defaults={"time_zone": zone})
    call = CallPageFactory(now=NOW, closes_at=closes_at, hear_by=None)
    response = client.get(f"{call.get_url()}deadline.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{call.slug}.ics"'
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["dtstart"].dt.astimezone(UTC) == closes_at
    assert str(event["uid"]) == str(call.translation_key)
    assert str(event["url"]) == call.full_url
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_ids_stay_when_a_call_is_renamed_and_moved_to_another_address(client):
    call = CallPageFactory(now=NOW)

    def ids():
        [entry] = entries(client)
        [event] = Calendar.from_ical(client.get("/calls/calendar.ics").content).walk("VEVENT")
        return (
            entry.findtext("atom:id", namespaces=ATOM),
            client.get("/calls/feed.json").json()["items"][0]["id"],
            str(event["uid"]),
        )

    before = ids()
    call.title, call.slug = "Another name", "another-address"
    call.save_revision().publish()
    assert ids() == before


def test_a_copy_is_another_entry(client):
    call = CallPageFactory(now=NOW)
    copy = call.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    assert copy.translation_key != call.translation_key


@pytest.mark.parametrize("address", LIST_ADDRESSES)
@pytest.mark.parametrize("number", [0, 2])
def test_whoever_has_it_already_is_told_so_until_something_changes(client, arriving_at, address, number):
    """Guard: nothing in a feed depends on the minute; ``conditional_page``."""
    CallPageFactory.create_batch(number, now=NOW)
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=900"
    assert first.cookies == {}
    arriving_at(NOW + timedelta(days=1))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    CallPageFactory(now=NOW)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again["ETag"] != first["ETag"]) == (200, True)


@pytest.mark.parametrize(("name", "queries"), COSTS)
@pytest.mark.parametrize("number", [1, 3, 50])
def test_it_costs_the_same_for_one_call_and_for_fifty(client, django_assert_num_queries, name, queries, number):
    CallPageFactory(now=NOW, slug="jury")
    CallPageFactory.create_batch(number - 1, now=NOW)
    client.get(f"/calls/{name}")
    with django_assert_num_queries(queries):
        assert client.get(f"/calls/{name}").status_code == 200


def test_the_list_of_calls_tells_programs_where_its_feeds_are(client):
    page = soup(client.get("/calls/?kind=board"))
    found = {link["type"]: link["href"] for link in page.select('head link[rel="alternate"]')}
    assert found == {
        "application/atom+xml": "/calls/feed.atom?kind=board",
        "application/feed+json": "/calls/feed.json?kind=board",
    }
    assert {client.get(address).status_code for address in found.values()} == {200}


@pytest.mark.parametrize("address", [*LIST_ADDRESSES, "/calls/hidden/deadline.ics"])
def test_a_call_that_is_not_public_is_in_none_of_them(client, address):
    CallPageFactory(now=NOW, slug="hidden", title="Markercall", live=False)
    assert "Markercall" not in client.get(address).content.decode()


def test_a_list_that_was_taken_down_has_no_feed(client):
    CallIndexPage.objects.get().unpublish()
    assert {client.get(address).status_code for address in LIST_ADDRESSES} == {404}


def test_a_title_with_a_character_that_no_feed_can_hold_breaks_none(client):
    CallPageFactory(now=NOW, title="Bell\x07 and tab\tin a title")
    assert set(map(tuple, titles(client).values())) == {("Bell and tab in a title",)}


def test_a_call_offers_its_deadline_while_it_has_one_to_come(client):
    call, closed = CallPageFactory(now=NOW), CallPageFactory(now=NOW, closed=True)
    assert soup(client.get(call.get_url())).select(f'main a[href="{call.get_url()}deadline.ics"]')
    assert not soup(client.get(closed.get_url())).select('main a[href$="deadline.ics"]')
