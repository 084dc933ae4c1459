"""What holds for every public page: one heading, landmarks, ways around, nothing inline, nothing from elsewhere."""

from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.browsing import send, soup
from tests.factories import (
    ApplicationFactory,
    CallPageFactory,
    ChannelFactory,
    DocumentFactory,
    PictureFactory,
    ProgramPageFactory,
    SpotlightPageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home):
    """One of everything, with pictures, and the addresses of it."""
    picture = PictureFactory()
    ChannelFactory()
    call, closed = CallPageFactory(), CallPageFactory(closed=True, result="<p>Appointed.</p>")
    ApplicationFactory(call=call, secret="a" * 43)
    spotlight = SpotlightPageFactory(picture=picture)
    text = StandardPageFactory(
        picture=picture,
        body=[
            ("text", "<p>Words.</p>"),
            ("heading", "A heading"),
            ("pull_quote", {"quote": "It worked by Friday.", "who": "A librarian"}),
            ("steps", ["Ask.", "Fill it."]),
            ("facts", [{"name": "Cost", "value": "Nothing"}]),
            ("questions_and_answers", [{"question": "Is it free?", "answer": "<p>Yes.</p>"}]),
            ("picture", {"image": {"image": picture, "decorative": False, "alt_text": "A shelf"}}),
            ("embed", {"url": "https://video.example.org/walk", "title": "A walk", "length": "4 minutes"}),
            ("download", {"document": DocumentFactory(), "title": "Minutes"}),
            ("button", {"label": "See it", "url": "https://example.org/"}),
            ("related_pages", [spotlight]),
        ],
    )
    return {
        "home": "/",
        "program": "/program/",
        "program page": ProgramPageFactory(picture=picture).get_url(),
        "calls": "/calls/",
        "filtered calls": "/calls/?newcomers=on",
        "call": call.get_url(),
        "closed call": closed.get_url(),
        "form": f"{call.get_url()}answer/",
        "refused": f"{closed.get_url()}answer/",
        "receipt": f"/my-answers/{'a' * 43}/",
        **{f"own, {below}": f"/my-answers/{'a' * 43}/{below}/" for below in ("correct", "withdraw", "data", "delete")},
        "spotlights": "/spotlights/",
        "spotlight": spotlight.get_url(),
        "text": text.get_url(),
        "search": "/search/",
        "found": "/search/?q=sample",
        "found nothing": "/search/?q=zyzzyva",
        "unknown": "/nowhere/",
    }


def assert_well_formed(page, name):
    assert len(page.select("h1")) == 1, name
    assert page.html["lang"] == "en", name
    assert page.title.get_text().strip(), name
    for landmark in ("header", "main", "footer", "nav"):
        assert page.select(landmark), (name, landmark)
    assert len(page.select("main")) == 1, name
    skip = page.body.find("a")
    assert skip["href"] == "#main", name
    assert page.select_one("main")["id"] == "main", name
    assert page.select("[style], style, script:not([src])") == [], name
    assert [tag for tag in page.find_all(True) if any(key.startswith("on") for key in tag.attrs)] == [], name
    ids = [tag["id"] for tag in page.select("[id]")]
    assert sorted(ids) == sorted(set(ids)), name
    assert [image for image in page.select("img") if not image.has_attr("alt")] == [], name
    unnamed = [
        control["name"] for control in page.select("input:not([type=hidden]), select, textarea")
        if not control.get("aria-label") and not page.select(f'label[for="{control.get("id")}"]')
    ]  # fmt: skip
    assert unnamed == [], name
    levels = [int(heading.name[1]) for heading in page.select("main h1, main h2, main h3, main h4")]
    assert [(a, b) for a, b in pairwise(levels) if b - a > 1] == [], name


def loaded_by(page) -> set[str]:
    """Every address that a browser would fetch to show the page."""
    sources = {tag["src"] for tag in page.select("[src]")}
    sources |= {tag["href"] for tag in page.select("link[rel=stylesheet], link[rel=icon], link[rel=preload], use")}
    sets = [tag["srcset"] for tag in page.select("[srcset]")]
    return sources | {part.split()[0] for each in sets for part in each.split(",")}


def test_every_page_is_well_formed(client, site):
    for name, address in site.items():
        assert_well_formed(soup(client.get(address)), name)


def test_no_page_loads_anything_from_elsewhere(client, site):
    """No third-party request at all."""
    for name, address in site.items():
        foreign = {each for each in loaded_by(soup(client.get(address))) if urlsplit(each).netloc}
        assert foreign == set(), name


def test_the_check_page_is_well_formed_too(client, site):
    held = soup(client.get(site["form"])).select_one("[name=secret]")["value"]
    answer = {"secret": held, "name": "A", "email": "a@example.org", "library": "L", "library_type": "public",
              "member": "yes", "agreement": "on", "step": "check"}  # fmt: skip
    assert_well_formed(soup(send(client, site["form"], answer)), "form with an error")


def test_every_page_below_home_says_where_it_is(client, site):
    for name in ("program", "program page", "calls", "call", "spotlights", "spotlight", "text", "form"):
        trail = soup(client.get(site[name])).select_one("nav[aria-label='You are here']")
        assert trail.select_one("a")["href"] == "/", name
        assert len(trail.select("[aria-current=page]")) == 1, name


def test_every_link_of_the_menu_leads_somewhere_and_the_present_one_is_marked(client, site):
    menu = soup(client.get("/calls/")).select_one("nav[aria-label=Main]")
    links = {link["href"]: link.get("aria-current") for link in menu.select("a")}
    assert links == {"/program/": None, "/calls/": "page", "/spotlights/": None}
    assert {client.get(address).status_code for address in links} == {200}


def test_an_unknown_address_has_a_way_on(client, site):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert soup(response).select_one("main form[role=search] [name=q]")
    assert {"/", "/calls/"} <= {link["href"] for link in soup(response).select("main a")}


@pytest.mark.parametrize("address", ["/%00", "/%ED%A0%80/", "/" + "x" * 5_000, "/calls/%2e%2e/", "/nowhere"])
def test_an_odd_address_is_an_unknown_one(client, home, address):
    assert client.get(address).status_code in (301, 404)


def test_where_sharing_is_meant_the_shared_address_is_the_pages_own(client, home, site):
    page, address = soup(client.get(site["spotlight"])), home.full_url.rstrip("/") + site["spotlight"]
    assert page.select_one("link[rel=canonical]")["href"] == address
    assert page.select_one("meta[property='og:url']")["content"] == address


def test_personal_pages_are_kept_out_of_search_engines(client, site):
    for name in ("form", "receipt", "refused"):
        assert "noindex" in client.get(site[name])["X-Robots-Tag"], name


def test_what_an_editor_sees_in_the_page_is_not_there_for_anybody_else(client, site):
    assert "wagtail-userbar" not in client.get("/").content.decode()
    assert reverse("wagtailadmin_home") not in client.get("/").content.decode()
