"""Addresses that belong to no room, and the headers of all of them."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.factories import (
    CallIndexPageFactory,
    CallPageFactory,
    ModeratorFactory,
    SpotlightPageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "manifest-src": "'self'",
}


def policy_of(response) -> dict[str, str]:
    parts = [part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";") if part.strip()]
    return {name: " ".join(rest) for name, *rest in parts}


@pytest.mark.parametrize("address", ["/", "/search/", "/nowhere/", "/robots.txt", "/sitemap.xml", "/admin/login/"])
def test_the_policy_of_a_public_page_is_strict(client, home, address):
    """Guard: ``ContentSecurityPolicyMiddleware``; nothing inline, nothing from elsewhere."""
    assert policy_of(client.get(address)) == STRICT


def test_the_policy_is_relaxed_in_the_editor_and_only_as_far_as_it_needs(client):
    client.force_login(ModeratorFactory())
    policy = policy_of(client.get(reverse("wagtailadmin_home")))
    assert {name: value for name, value in policy.items() if STRICT.get(name) != value} == {
        "script-src": "'self' 'unsafe-inline'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
    }
    assert policy_of(client.get("/")) == STRICT


def test_every_page_carries_the_other_guards(client, home):
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert response.cookies == {}


def test_the_site_says_that_it_is_well(client, db):
    assert client.get("/healthz").status_code == 200


def test_crawlers_are_kept_out_of_the_admin_and_of_personal_links(client, db):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /my-answers/", "Sitemap: http://testserver/sitemap.xml"} <= set(lines)


def test_the_map_of_the_site_has_every_public_page_and_no_other(client, home):
    public = SpotlightPageFactory()
    SpotlightPageFactory(live=False)
    private = StandardPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    addresses = set(re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode()))
    assert addresses == {home.full_url, public.get_parent().full_url, public.full_url}


def test_a_page_that_was_moved_is_found_under_its_old_address(client, home):
    page = StandardPageFactory(slug="old")
    Redirect.add_redirect("/old/", redirect_to=page)
    page.slug = "new"
    page.save_revision().publish()
    response = client.get("/old/")
    assert (response.status_code, response.url) == (301, "/new/")


def test_an_editor_who_renames_a_page_need_not_think_of_its_old_address(client, db, django_capture_on_commit_callbacks):
    """Guard: ``wagtail.contrib.redirects`` with its automatic redirects."""
    call = CallPageFactory(slug="old", parent=CallIndexPageFactory())
    call.slug = "new"
    with django_capture_on_commit_callbacks(execute=True):
        call.save_revision().publish()
    response = client.get("/calls/old/")
    assert (response.status_code, response.url) == (301, "/calls/new/")


@pytest.mark.parametrize("name", ["500.html", "400.html", "403_csrf.html"])
def test_the_pages_for_faults_stand_without_a_request_and_without_a_database(name, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(name)
    assert page.count("<h1") == 1
    assert "css/base.css" in page
