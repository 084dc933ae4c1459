"""What a page under a personal link tells browsers, caches and search engines."""

from django.http import HttpResponse

from program.links.decorators import personal_page


def test_a_personal_page_is_for_its_reader_alone(rf):
    """Guard: ``personal_page``. Not ``no-referrer``: browsers then send ``Origin: null`` with the page's own form."""
    response = personal_page(lambda request: HttpResponse("words"))(rf.get("/"))
    assert {name: response[name] for name in ("X-Robots-Tag", "Cache-Control", "Referrer-Policy")} == {
        "X-Robots-Tag": "noindex, nofollow",
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "strict-origin",
    }
