"""A private file is handed out as something to save, and nothing between keeps it."""

import pytest
from django.core.files.storage import storages
from django.http import Http404
from django.urls import path

from config import urls
from program.files.models import PrivateFile
from program.files.serving import attachment
from tests.factories import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(settings, client):
    """Asks for a file the way a browser does, through every middleware, of a view that lets everybody in."""
    view = path("a-file/<int:pk>/", lambda request, pk: attachment(PrivateFile.objects.get(pk=pk)))
    settings.ROOT_URLCONF = (view, *urls.urlpatterns)
    return lambda stored: client.get(f"/a-file/{stored.pk}/")


@pytest.mark.parametrize(
    ("content", "name", "content_type"),
    [
        (files.pdf(), "a.pdf", "application/pdf"),
        (files.docx(), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (files.odt(), "a.odt", "application/vnd.oasis.opendocument.text"),
        ("Zoë".encode(), "a.txt", "text/plain; charset=utf-8"),
        (files.picture("JPEG"), "a.jpg", "image/jpeg"),
        (files.picture("PNG"), "a.png", "image/png"),
    ],
    ids=["PDF", "Word", "OpenDocument", "text", "JPEG", "PNG"],
)
def test_the_content_comes_as_what_it_was_judged_to_be(get, content, name, content_type):
    stored = files.store(content, name)
    response = get(stored)
    with stored.open() as kept:
        assert b"".join(response.streaming_content) == kept.read()
    assert response["Content-Type"] == content_type
    assert response["Content-Length"] == str(stored.size)


def test_no_browser_shows_it_and_nobody_keeps_it(get):
    """Guard: the headers set in ``attachment``; the site's own policy must not take their place."""
    response = get(files.store(name="résumé “final”.pdf"))
    response.close()
    expected = {
        "Content-Disposition": "attachment; filename*=utf-8''r%C3%A9sum%C3%A9%20%E2%80%9Cfinal%E2%80%9D.pdf",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store, private",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "same-origin",
    }
    assert {name: response.headers[name] for name in expected} == expected


def test_one_whose_content_is_lost_is_not_found_and_the_log_says_so(caplog):
    stored = files.store()
    storages["private"].delete(stored.stored_as)
    with pytest.raises(Http404):
        attachment(stored)
    assert f"Private file {stored.pk} has a row and no content" in caplog.text
