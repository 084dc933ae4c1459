"""A copy of last year's call is a draft without last year in it, and goes public only with dates of its own."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from program.calls.models import Appointment, CallPage, CallReader
from program.calls.validators import DatesMissing
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, AppointmentFactory, CallIndexPageFactory, CallPageFactory, ModeratorFactory

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}
COPY = {"new_title": "Next year", "new_slug": "next-year"}


@pytest.fixture
def last_year() -> CallPage:
    call = CallPageFactory(
        now=NOW,
        closed=True,
        result="<p>Two seats were filled.</p>",
        term_starts_on=date(2027, 9, 1),
        appointments=[AppointmentFactory(name="Markerperson")],
    )
    call.save_revision().publish()
    CallReader.objects.create(page=call, user=ModeratorFactory())
    call.refresh_from_db()
    return call


def copy_in_admin(client, call, **changes) -> CallPage:
    data = COPY | {"new_parent_page": call.get_parent().pk} | changes
    client.post(reverse("wagtailadmin_pages:copy", args=[call.pk]), data)
    return CallPage.objects.get(slug=data["new_slug"])


def undated() -> CallPage:
    return CallPageFactory(opens_at=None, closes_at=None, hear_by=None)


def edit_address(call) -> str:
    return reverse("wagtailadmin_pages:edit", args=[call.pk])


def left_behind(call) -> tuple:
    return (call.opens_at, call.closes_at, call.hear_by, call.term_starts_on, call.result)


@pytest.mark.parametrize("ticked", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_a_copy_is_a_draft_of_its_own_whatever_is_ticked(moderator, last_year, ticked):
    """Guard: ``CallCopyForm``."""
    copy = copy_in_admin(moderator, last_year, **ticked)
    assert (copy.live, copy.has_unpublished_changes, copy.alias_of) == (False, True, None)
    assert left_behind(copy) == (None, None, None, None, "")
    assert left_behind(copy.get_latest_revision_as_object()) == (None, None, None, None, "")


def test_no_version_of_the_copy_remembers_last_year(moderator, last_year):
    copy = copy_in_admin(moderator, last_year)
    assert copy.revisions.count() > 1
    for revision in copy.revisions.all():
        assert left_behind(revision.as_object()) == (None, None, None, None, "")
        assert "Markerperson" not in str(revision.content)
    assert list(Appointment.objects.values_list("page_id", flat=True)) == [last_year.pk]
    assert [list(getattr(copy, each).all()) for each in ("readers", "late_codes", "forwards", "drafts")] == [[]] * 4


def test_what_next_year_needs_again_comes_along(moderator, last_year):
    copy = copy_in_admin(moderator, last_year)
    assert [question.label for question in copy.questions.all()] == [q.label for q in last_year.questions.all()]
    assert (copy.charge, copy.who_decides, copy.kept_months) == (
        last_year.charge,
        last_year.who_decides,
        last_year.kept_months,
    )


def test_the_editor_is_told_what_was_left_behind_and_what_to_do(moderator, last_year):
    copy_in_admin(moderator, last_year)
    words = text_of(moderator.get(reverse("wagtailadmin_explore", args=[last_year.get_parent().pk])), "body")
    assert "Dates, result and the people appointed were left behind" in words
    assert "Write this year’s dates on the tab “Dates and deciding”" in words


def test_the_copy_form_offers_neither_publishing_nor_an_alias(moderator, last_year):
    form = soup(moderator.get(reverse("wagtailadmin_pages:copy", args=[last_year.pk])))
    assert form.select("[name=publish_copies], [name=alias]") == []


def test_a_copy_asked_for_as_published_is_a_draft(last_year):
    """Guard: ``CallPage.save``."""
    copy = last_year.copy(keep_live=True, update_attrs={"slug": "next-year", "title": "Next year"})
    copy.refresh_from_db()
    assert (copy.live, copy.first_published_at, copy.live_revision) == (False, None, None)


def test_calls_copied_with_the_room_above_them_are_drafts(home, last_year):
    """Guard: ``CallPage.save``; Wagtail saves what is below a copied page without asking whether it is valid."""
    room = last_year.get_parent().specific
    copied = room.copy(recursive=True, keep_live=True, update_attrs={"slug": "calls-2", "title": "Calls again"})
    copy = CallPage.objects.child_of(copied).get()
    assert (copy.live, left_behind(copy)) == (False, (None, None, None, None, ""))


def test_a_draft_without_dates_is_saved_in_the_editor(moderator):
    call = undated()
    held = form_in(moderator.get(edit_address(call)), "form[data-edit-form]")
    assert send(moderator, edit_address(call), held | {"seats": "7"}).status_code == 302
    call.refresh_from_db()
    assert (call.live, call.seats, call.opens_at) == (False, 7, None)


def test_publishing_in_the_editor_asks_for_the_dates_at_their_fields(moderator):
    call = undated()
    held = form_in(moderator.get(edit_address(call)), "form[data-edit-form]")
    response = send(moderator, edit_address(call), held | PUBLISH)
    words = text_of(response, "body")
    assert ("Write when the call opens." in words, "Write when the call closes." in words) == (True, True)
    call.refresh_from_db()
    assert call.live is False


def test_a_draft_of_a_public_call_may_be_without_dates_and_the_public_page_keeps_them(moderator):
    call = CallPageFactory()
    held = form_in(moderator.get(edit_address(call)), "form[data-edit-form]")
    emptied = held | {"opens_at": "", "closes_at": ""}
    assert send(moderator, edit_address(call), emptied).status_code == 302
    public = CallPage.objects.get(pk=call.pk)
    assert (public.live, public.opens_at, public.closes_at) == (True, call.opens_at, call.closes_at)
    assert public.get_latest_revision_as_object().opens_at is None


@pytest.mark.parametrize("field", ["opens_at", "closes_at"])
def test_no_road_publishes_a_call_without_dates(field):
    """Guard: ``CallPage.full_clean``."""
    call = CallPageFactory(**{field: None, "hear_by": None})
    assert call.live is False
    with pytest.raises(ValidationError):
        call.save_revision(clean=False).publish()
    call.live = True
    with pytest.raises(DatesMissing, match="has no dates yet"):
        call.save()
    assert CallPage.objects.live().count() == 0


def test_publishing_in_bulk_says_what_is_missing(moderator):
    """Guard: ``RefusedPublishingMiddleware`` puts it into words."""
    call = undated()
    call.save_revision(clean=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = moderator.post(f"{address}?id={call.pk}&next=/admin/", follow=True)
    assert "has no dates yet: write when it opens" in text_of(response, "body")
    assert CallPage.objects.live().count() == 0


def test_a_draft_without_dates_can_be_previewed_and_listed(moderator):
    call = undated()
    call.save_revision(clean=False)
    view_draft = reverse("wagtailadmin_pages:view_draft", args=[call.pk])
    page = moderator.get(view_draft)
    assert (page.status_code, "Its dates are not written yet" in text_of(page)) == (200, True)
    assert moderator.get(f"{view_draft}?mode=form").status_code == 200
    assert "No date yet" in text_of(moderator.get(reverse("call_listing:index")), "body")
    assert moderator.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize("address", ["/", "/calls/", "/search/?q=sample", "/sitemap.xml"])
def test_no_public_page_shows_a_call_without_dates(client, home, address):
    CallIndexPageFactory()
    CallPageFactory(title="Markercall sample", slug="markercall", opens_at=None, closes_at=None, hear_by=None)
    assert "markercall" not in client.get(address).content.decode().lower()
    assert client.get("/calls/markercall/").status_code == 404
