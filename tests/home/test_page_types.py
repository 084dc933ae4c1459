"""Every page type: where it may stand, that it is written in the editor, previewed and published."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import HomePage, StandardPage
from program.calls.models import CallIndexPage, CallPage
from program.models import ProgramIndexPage, ProgramPage
from spotlights.models import SpotlightIndexPage, SpotlightPage
from tests.browsing import soup
from tests.factories import (
    AdministratorFactory,
    CallIndexPageFactory,
    CallPageFactory,
    HomePageFactory,
    PictureFactory,
    ProgramIndexPageFactory,
    ProgramPageFactory,
    SpotlightIndexPageFactory,
    SpotlightPageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

CHILDREN = {
    HomePage: {StandardPage, ProgramIndexPage, CallIndexPage, SpotlightIndexPage},
    StandardPage: {StandardPage},
    ProgramIndexPage: {ProgramPage},
    ProgramPage: set(),
    CallIndexPage: {CallPage},
    CallPage: set(),
    SpotlightIndexPage: {SpotlightPage},
    SpotlightPage: set(),
}
MAKERS = [
    HomePageFactory, StandardPageFactory, ProgramIndexPageFactory, ProgramPageFactory, CallIndexPageFactory,
    CallPageFactory, SpotlightIndexPageFactory, SpotlightPageFactory,
]  # fmt: skip
COMMON = {"title": "Newly written", "slug": "newly-written", "summary": "What it is.", "comments": inline_formset([])}
PICTURE = {"picture": "", "picture_alt": ""}
BODY = {"body": streamfield([("text", rich_text("<p>Words.</p>"))])}
WRITTEN = {
    StandardPage: (HomePageFactory, PICTURE | BODY),
    ProgramIndexPage: (HomePageFactory, BODY),
    CallIndexPage: (HomePageFactory, {}),
    SpotlightIndexPage: (HomePageFactory, {}),
    ProgramPage: (
        ProgramIndexPageFactory,
        PICTURE | BODY | {
            "who_for": rich_text(""), "how_matching_works": rich_text(""), "if_it_does_not_work_out": rich_text(""),
            "questions_and_answers": streamfield([]),
            "cycles": inline_formset([{
                "name": "2027", "window_opens_at": "2027-03-01 08:00", "window_closes_at": "2027-03-20 23:59",
                "matched_by": "2027-04-20", "starts_on": "2027-05-01", "ends_on": "2027-11-01",
            }]),
        },
    ),
    SpotlightPage: (
        SpotlightIndexPageFactory,
        PICTURE | {
            "date": "2027-03-01", "discovered": rich_text("<p>It works.</p>"), "what_happened": rich_text(""),
            "how_to_try_it": rich_text(""), "steps": streamfield([]), "links": streamfield([]),
            "photos": streamfield([]), "finder_name": "Sample Finder", "library_type": "public",
            "contact_way": "none", "built_on": "",
            "colleagues": inline_formset([{
                "name": "Sample Colleague", "name_form": "full", "consents_to_text": "on", "consented_on": "2027-02-01",
            }]),
        },
    ),
}  # fmt: skip


@pytest.fixture
def administrator(client):
    client.force_login(AdministratorFactory())
    return client


@pytest.mark.parametrize("model", CHILDREN, ids=lambda model: model.__name__)
def test_a_page_has_only_the_children_that_belong_there(model):
    assert {child for child in model.allowed_subpage_models() if child.is_creatable} == CHILDREN[model]


def test_below_the_root_there_is_a_home_page_and_nothing_else_of_ours():
    assert set(CHILDREN) & set(Page.allowed_subpage_models()) == {HomePage}


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_a_page_is_written_in_the_editor_and_published(administrator, model):
    """Calls have their own tests, in tests/program/calls/test_admin_forms.py."""
    make_parent, data = WRITTEN[model]
    parent = make_parent()
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    posted = nested_form_data(COMMON | data) | {"action-publish": "action-publish"}
    response = administrator.post(address, posted)
    assert response.status_code == 302, response.context["form"].errors
    page = model.objects.get(slug="newly-written")
    assert page.live
    administrator.logout()
    assert administrator.get(page.get_url()).status_code == 200


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_the_editor_of_each_page_opens(administrator, make):
    assert administrator.get(reverse("wagtailadmin_pages:edit", args=[make().pk])).status_code == 200


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_each_page_is_previewed_in_each_of_its_ways(make, rf):
    page = make()
    for mode, _ in page.preview_modes:
        response = page.make_preview_request(preview_mode=mode)
        response.render()
        assert response.status_code == 200
        assert len(soup(response).select("h1")) == 1


def test_the_preview_of_the_form_can_send_nothing():
    response = CallPageFactory(upcoming=True).make_preview_request(preview_mode="form")
    response.render()
    page = soup(response)
    assert page.select_one("[name=secret]")["value"] == ""
    assert page.select_one("[name=step]").has_attr("disabled")


def test_a_picture_without_alt_text_is_refused_at_the_field(administrator):
    """Guard: ``PictureMixin.clean``."""
    data = WRITTEN[StandardPage][1] | {"picture": PictureFactory(description="").pk, "picture_alt": ""}
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", HomePageFactory().pk])
    posted = nested_form_data(COMMON | data) | {"action-publish": "action-publish"}
    response = administrator.post(address, posted)
    assert list(response.context["form"].errors) == ["picture_alt"]
    assert administrator.post(address, posted | {"picture_alt": "A shelf"}).status_code == 302
