"""Nothing about a named colleague is public without their recorded yes, by whatever road."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from spotlights.models import SpotlightPage
from tests.browsing import form_in, send, text_of
from tests.factories import (
    AdministratorFactory,
    ColleagueFactory,
    ModeratorFactory,
    PictureFactory,
    SpotlightPageFactory,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def silent() -> dict:
    """A colleague who has not been asked."""
    return {"consents_to_text": False, "consents_to_photo": False, "consents_to_town": False, "consented_on": None}


@pytest.fixture
def draft() -> SpotlightPage:
    """A spotlight on somebody who has not said yes."""
    return SpotlightPageFactory(
        live=False, title="Marker of an idea", colleagues=[ColleagueFactory(name="Silent Person", **silent())]
    )


@pytest.fixture
def moderator(client):
    client.force_login(ModeratorFactory())
    return client


def is_public(client, page) -> bool:
    client.logout()
    return client.get(f"/spotlights/{page.slug}/").status_code == 200


def edit_address(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def held_in_editor(client, page) -> dict:
    """What the editor's form holds; the parts built from blocks, which a script draws, are left empty."""
    blocks = nested_form_data({name: streamfield([]) for name in ("steps", "links", "photos")})
    return form_in(client.get(edit_address(page)), "form[data-edit-form]") | blocks


def test_publishing_in_the_editor_is_refused_with_the_names_to_ask(moderator, draft):
    """Guard: ``SpotlightPageForm.clean``."""
    held = held_in_editor(moderator, draft)
    response = send(moderator, edit_address(draft), held | {"action-publish": "action-publish"})
    assert response.status_code == 200
    assert "no yes to the text is recorded from Silent Person" in text_of(response, "body")
    assert is_public(moderator, draft) is False


def test_a_draft_is_saved_without_the_yes(moderator, draft):
    held = held_in_editor(moderator, draft)
    response = send(moderator, edit_address(draft), held | {"cost": "Nothing at all"})
    assert response.status_code == 302
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().cost == "Nothing at all"


def test_publishing_a_revision_is_refused(client, draft):
    """Guard: ``SpotlightPage.full_clean``, which every road through ``save`` or ``full_clean`` passes."""
    with pytest.raises(ValidationError):
        draft.save_revision().publish()
    assert is_public(client, draft) is False


def test_saving_it_as_live_is_refused(client, draft):
    draft.live = True
    with pytest.raises(ValidationError):
        draft.save()
    assert is_public(client, draft) is False


def test_adding_it_to_the_tree_as_live_is_refused(client):
    with pytest.raises(ValidationError):
        SpotlightPageFactory(live=True, colleagues=[ColleagueFactory(**silent())])
    with pytest.raises(ValidationError):
        SpotlightPageFactory(live=True, colleagues=[])
    assert SpotlightPage.objects.live().count() == 0


def test_a_scheduled_publication_leaves_it_a_draft(client, draft):
    """Guard: ``SpotlightPage.full_clean``. The command stops there and says whom to ask."""
    draft.go_live_at = timezone.now() - timedelta(days=1)
    draft.save_revision(approved_go_live_at=draft.go_live_at)
    with pytest.raises(ValidationError, match="recorded from Silent Person"):
        call_command("publish_scheduled", verbosity=0)
    assert is_public(client, draft) is False


@pytest.mark.parametrize("with_all_below", [False, True])
def test_publishing_in_bulk_publishes_nothing_without_the_yes_and_says_so(client, draft, with_all_below):
    """Guard: ``SpotlightPage.full_clean``; ``RefusedPublishingMiddleware`` puts it into words."""
    client.force_login(AdministratorFactory())
    page = draft.get_parent() if with_all_below else draft
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    form = {"include_descendants": "on"} if with_all_below else {}
    response = client.post(f"{address}?id={page.pk}&next=/admin/", form, follow=True)
    assert "no yes to the text is recorded from Silent Person" in text_of(response, "body")
    assert is_public(client, draft) is False


def test_approving_what_was_handed_in_publishes_nothing_without_the_yes_and_says_so(client, draft):
    moderator = ModeratorFactory()
    draft.save_revision()
    state = draft.get_workflow().start(draft, moderator)
    client.force_login(moderator)
    task = state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    response = client.post(address, {"comment": ""}, follow=True)
    assert "no yes to the text is recorded from Silent Person" in text_of(response, "body")
    assert is_public(client, draft) is False


def test_a_copy_begins_without_the_people_who_said_yes_to_the_first_text(client):
    spotlight = SpotlightPageFactory()
    copy = spotlight.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    assert copy.colleagues.count() == 0
    with pytest.raises(ValidationError):
        spotlight.copy(update_attrs={"slug": "another-copy"}, keep_live=True)
    assert {client.get(f"/spotlights/{slug}/").status_code for slug in ("a-copy", "another-copy")} == {404}


def test_a_withdrawal_is_not_kept_in_a_draft_while_the_page_stays_public(moderator):
    """Guard: ``SpotlightPageForm.clean``."""
    spotlight = SpotlightPageFactory()
    held = held_in_editor(moderator, spotlight) | {"colleagues-0-withdrawn_on": TODAY().isoformat()}
    response = send(moderator, edit_address(spotlight), held)
    assert response.status_code == 200
    assert "has withdrawn: unpublish this page first" in text_of(response, "body")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"consents_to_text": False}, True),
        ({"consented_on": None, "consents_to_text": False}, True),
        ({"withdrawn_on": TODAY()}, True),
        ({}, False),
    ],
    ids=["no yes to the text", "never asked", "withdrawn", "said yes"],
)
def test_a_yes_counts_while_it_stands(changes, missing):
    spotlight = SpotlightPageFactory(live=False, colleagues=[ColleagueFactory(**changes)])
    if missing:
        with pytest.raises(ValidationError):
            spotlight.save_revision().publish()
    else:
        spotlight.save_revision().publish()
    assert SpotlightPage.objects.live().exists() is not missing


def test_everybody_on_it_must_have_said_yes():
    both = [ColleagueFactory(), ColleagueFactory(name="Silent Person", **silent())]
    with pytest.raises(ValidationError, match="recorded from Silent Person"):
        SpotlightPageFactory(live=True, colleagues=both)


def test_a_photo_needs_a_yes_of_its_own():
    """Guard: ``shows_photo`` in ``validate_everyone_consented``."""
    shy = ColleagueFactory(name="Shy Person", consents_to_photo=False)
    assert SpotlightPageFactory(colleagues=[shy]).live
    with pytest.raises(ValidationError, match="Shy Person has not said yes to photos"):
        SpotlightPageFactory(colleagues=[ColleagueFactory(name="Shy Person", consents_to_photo=False)],
                             picture=PictureFactory())  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"consented_on": None}, "consented_on"),
        ({"consented_on": None, "consents_to_text": False, "withdrawn_on": TODAY()}, "withdrawn_on"),
        ({"withdrawn_on": TODAY() - timedelta(days=1)}, "withdrawn_on"),
    ],
)
def test_a_record_of_consent_that_makes_no_sense_is_refused_at_the_field(changes, field):
    colleague = ColleagueFactory(page=SpotlightPageFactory(), **changes)
    with pytest.raises(ValidationError) as refused:
        colleague.full_clean()
    assert list(refused.value.message_dict) == [field]


def test_the_record_of_consent_is_never_shown(client):
    """The town without its yes, the channels, the form of the name, the days, an address not for the public."""
    spotlight = SpotlightPageFactory(
        contact_way="association",
        contact_detail="markercontact@example.org",
        review_by=TODAY() + timedelta(days=700),
        colleagues=[ColleagueFactory(town="Markertown", consents_to_town=False, channels="Markerchannel")],
    )
    for address in (spotlight.get_url(), "/spotlights/", "/", "/search/?q=idea", "/sitemap.xml"):
        body = client.get(address).content.decode()
        assert [marker for marker in ("Markertown", "Markerchannel", "markercontact") if marker in body] == []


def test_what_a_colleague_agreed_to_is_shown(client):
    spotlight = SpotlightPageFactory(
        contact_way="public",
        contact_detail="ask@example.org",
        colleagues=[ColleagueFactory(name="Named Person", town="Markertown")],
    )
    words = text_of(client.get(spotlight.get_url()))
    for expected in ("Named Person", "Markertown", "ask@example.org", "Sample Finder"):
        assert expected in words
