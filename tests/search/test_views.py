"""One search over all that is public: every kind found, nothing private, nothing unescaped, never a fault."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from tests.browsing import soup, text_of
from tests.factories import (
    CallIndexPageFactory,
    CallPageFactory,
    ColleagueFactory,
    ProgramPageFactory,
    SpotlightPageFactory,
    StandardPageFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "calls": CallPageFactory,
    "spotlights": SpotlightPageFactory,
    "program": ProgramPageFactory,
    "pages": StandardPageFactory,
}
NASTY = [
    "page=-1", "page=0", "page=zzz", "page=99999999999999999999999", "page=%00", "page=1&page=2", "kind=%00",
    "kind=zzz", "kind[]=committee",
    "newcomers=zzz&virtual=%F0%9F%98%80", "topic=zzz&region=%00&library_type=x", "library_size=-1",
    "career_stage=%ED%A0%80", "q=%00", "q=" + "x" * 10_000, "q=%22", "q=AND", "q=*", "q=(", "q=NEAR(a%20b,%205)",
    "q=a%20AND%20*", "q=%22a%20OR", "q=title:x", "q=-", "q=%5C", "q='%20OR%201=1--", "q=%ED%A0%80", "q=%25", "q=_",
    "q=%3Cscript%3E", "q=a:*%20%26%20!b", "q=%F0%9F%98%80", "&&&&", "=", "%", "q", "q=^a", "q=a&kind=calls&page=zzz",
    "q=a&kind=pages&page=-5", "%00=%00", "q=a%0Ab", "q=" + "a%20" * 2_000,
]  # fmt: skip
ADDRESSES = ["/search/", "/calls/", "/spotlights/"]


@pytest.fixture
def lists(home):
    for make in MAKERS.values():
        make()


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_query_string_gives_a_page(client, lists, address):
    for query in NASTY:
        assert client.get(f"{address}?{query}").status_code == 200, query[:40]


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["q", "kind", "page", "topic", "newcomers", "region"]), st.text(max_size=40)))
def test_any_words_in_any_parameter_give_a_page(client, lists, address, parameters):
    query = "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in parameters.items())
    assert client.get(f"{address}?{query}").status_code == 200


def test_each_kind_is_found_and_counted(client):
    for count, make in enumerate(MAKERS.values(), start=1):
        for number in range(count):
            make(title=f"Findable {number}")
    context = client.get("/search/?q=findable").context
    assert {kind.key: count for kind, count in context["counts"].items()} == {
        "calls": 1, "spotlights": 2, "program": 3, "pages": 4,
    }  # fmt: skip
    assert context["total"] == 10
    assert [(group.kind.key, len(group.results)) for group in context["groups"]] == [
        ("calls", 1), ("spotlights", 2), ("program", 3), ("pages", 4),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", MAKERS)
def test_one_kind_is_shown_alone_and_page_by_page(client, kind):
    for make in MAKERS.values():
        for number in range(21 if make is MAKERS[kind] else 1):
            make(title=f"Findable {number}")
    first = client.get(f"/search/?q=findable&kind={kind}").context["results_page"]
    second = client.get(f"/search/?q=findable&kind={kind}&page=2").context["results_page"]
    found = [result.page.pk for page in (first, second) for result in page.object_list]
    assert (len(first.object_list), len(second.object_list), len(set(found))) == (20, 1, 21)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_drafts_and_private_pages_are_never_found(client, make):
    """Guard: ``finding.public_pages``."""
    make(title="Secretword draft", live=False)
    private = make(title="Secretword behind a password")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    for query in ("q=secretword", *(f"q=secretword&kind={kind}" for kind in MAKERS)):
        response = client.get(f"/search/?{query}")
        assert response.context["total"] == 0
        assert "Secretword" not in response.content.decode()


def test_pages_below_a_private_page_are_never_found(client):
    index = CallIndexPageFactory()
    CallPageFactory(title="Secretword below")
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert client.get("/search/?q=secretword").context["total"] == 0
    assert "Secretword" not in client.get("/").content.decode()


def test_a_page_that_was_unpublished_is_found_no_more(client):
    page = SpotlightPageFactory(title="Findable once")
    assert client.get("/search/?q=findable").context["total"] == 1
    page.unpublish()
    assert client.get("/search/?q=findable").context["total"] == 0


def found_by(client, word) -> list[int]:
    return [result.page.pk for group in client.get(f"/search/?q={word}").context["groups"] for result in group.results]


def test_a_spotlight_is_found_by_its_colleague_a_topic_and_a_step(client):
    """Guard: ``SpotlightPage.save``; Wagtail tells search before the colleagues are stored."""
    spotlight = SpotlightPageFactory(
        colleagues=[ColleagueFactory(name="Wilhelmina Sample", library="Marigold Library")],
        steps=[("steps", ["Borrow a wheelbarrow."])],
        topics=[TopicFactory(name="Zinnias")],
    )
    words = ["Wilhelmina", "Marigold", "wheelbarrow", "Zinnias"]
    assert [found_by(client, word) for word in words] == [[spotlight.pk]] * len(words)


def test_a_name_that_a_colleague_took_back_is_found_no_more(client):
    spotlight = SpotlightPageFactory(colleagues=[ColleagueFactory(name="Wilhelmina Sample")])
    spotlight.colleagues = [ColleagueFactory(name="W. S.")]
    spotlight.save_revision().publish()
    assert found_by(client, "Wilhelmina") == []


def test_matches_are_marked_and_everything_else_is_escaped(client):
    """Guard: ``format_html_join`` in ``excerpts.marked``."""
    CallPageFactory(title="<script>alert('findable')</script>", summary="A findable <img src=x onerror=alert(1)> one")
    body = client.get("/search/", {"q": "findable"}).content.decode()
    assert "<script>alert" not in body
    assert "<img src=x" not in body
    assert "alert(&#x27;<mark>findable</mark>&#x27;)" in body


def test_the_query_is_shown_as_words(client, home):
    body = client.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in body


def test_where_nothing_is_found_there_is_a_way_on(client):
    index = CallIndexPageFactory()
    response = client.get("/search/?q=zyzzyva")
    assert response.context["total"] == 0
    assert index.get_url() in [link["href"] for link in soup(response).select("main a")]
    assert soup(response).select_one("main form[role=search] [name=q]")["value"] == "zyzzyva"


def test_without_words_nothing_is_searched(client, home, django_assert_max_num_queries):
    assert text_of(client.get("/search/"), "h1") == "Search"
    assert client.get("/search/?q=+++").context["groups"] == []
