"""Who may do what in the admin, as the migration grants it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Workflow

from tests.browsing import send, text_of
from tests.factories import (
    AdministratorFactory,
    ApplicationFactory,
    CallPageFactory,
    ColleagueFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    SpotlightPageFactory,
)

pytestmark = pytest.mark.django_db

ALL = ["add", "change", "delete", "view"]
LISTS = {f"home.{action}_{model}" for model in ("topic", "careerstage", "region", "channel") for action in ALL}
ENTER = {"wagtailadmin.access_admin"}
APPLICATIONS = {f"calls.{action}_application" for action in ALL[1:]} | {
    f"calls.{action}_demographicquestion" for action in ALL
}
LETTERS = {"letters.view_letter", "letters.change_letter"}
HOUSE = {
    "home.change_associationsettings",
    *(f"{model[0]}.{action}_{model[1]}" for model in (("home", "user"), ("auth", "group"), ("wagtailcore", "site"),
      ("wagtailredirects", "redirect")) for action in ALL),
    *(f"wagtailcore.{action}_{model}" for model in ("collection", "workflow", "task") for action in ALL[:3]),
}  # fmt: skip
GRANTED = {
    "Editors": ENTER | LISTS,
    "Moderators": ENTER | LISTS | APPLICATIONS | LETTERS,
    "Call readers": ENTER,
    "Administrators": ENTER | LISTS | APPLICATIONS | LETTERS | HOUSE,
}
PAGES = {
    "Editors": {"add_page", "change_page"},
    "Moderators": {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
    "Call readers": set(),
    "Administrators": {"add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"},
}


def test_there_are_four_groups():
    assert set(Group.objects.values_list("name", flat=True)) == set(GRANTED)


@pytest.mark.parametrize("name", GRANTED)
def test_each_group_may_exactly_what_it_was_granted(name):
    group = Group.objects.get(name=name)
    granted = {f"{each.content_type.app_label}.{each.codename}" for each in group.permissions.all()}
    assert {each for each in granted if not each.startswith(("wagtailimages.", "wagtaildocs."))} == GRANTED[name]
    assert {each.permission.codename for each in group.page_permissions.all()} == PAGES[name]


@pytest.mark.parametrize(
    ("make", "may_publish"), [(EditorFactory, False), (ModeratorFactory, True), (AdministratorFactory, True)]
)
def test_editors_write_and_moderators_publish(make, may_publish):
    rights = CallPageFactory().permissions_for_user(make())
    assert (rights.can_edit(), rights.can_publish()) == (True, may_publish)


def test_a_reader_may_touch_no_page():
    rights = CallPageFactory().permissions_for_user(ReaderFactory())
    assert (rights.can_edit(), rights.can_publish(), rights.can_delete()) == (False, False, False)


def test_what_editors_hand_in_goes_to_the_moderators():
    workflow = Page.objects.get(depth=2).get_workflow()
    assert workflow == Workflow.objects.get()
    [task] = workflow.tasks
    assert [group.name for group in task.specific.groups.all()] == ["Moderators"]


@pytest.mark.parametrize(
    ("make", "opens"),
    [(EditorFactory, False), (ReaderFactory, False), (ModeratorFactory, False), (AdministratorFactory, True)],
)
def test_the_settings_of_the_association_are_for_administrators(client, make, opens):
    client.force_login(make())
    response = client.get(reverse("wagtailsettings:edit", args=["home", "associationsettings"]), follow=True)
    assert ("Every opening and closing time" in text_of(response, "body")) is opens


def test_a_new_time_zone_moves_what_readers_read_and_no_deadline(client):
    call = CallPageFactory()
    closes_at = call.closes_at
    client.force_login(AdministratorFactory())
    address = client.get(reverse("wagtailsettings:edit", args=["home", "associationsettings"])).url
    data = {
        "association_name": "Sample Association",
        "program_name": "Sample",
        "time_zone": "Pacific/Honolulu",
        "footer": "null",
        "contact_email": "ask@example.org",
    }
    assert send(client, address, data).status_code == 302
    words = text_of(client.get(call.get_url()))
    call.refresh_from_db()
    assert call.closes_at == closes_at
    assert "Hawaii" in words
    assert "ask@example.org" in words


def test_the_front_page_of_the_admin_says_what_waits_for_a_person(client):
    call = CallPageFactory(closed=True, hear_by=None)
    type(call).objects.filter(pk=call.pk).update(hear_by=call.closes_at.date())
    ApplicationFactory.create_batch(2, call=call)
    SpotlightPageFactory(live=False, colleagues=[ColleagueFactory(consented_on=None, consents_to_text=False)])
    client.force_login(ModeratorFactory())
    panels = client.get(reverse("wagtailadmin_home")).context["panels"]
    [attention] = [panel for panel in panels if getattr(panel, "name", "") == "attention"]
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    items = attention.get_context_data({"request": request})["items"]
    assert {item.words: item.count for item in items} == {
        "applications received and not yet looked at": 2,
        "call whose applicants should have heard by now": 1,
        "spotlight waits for its colleague’s yes": 1,
    }
    assert {client.get(item.url).status_code for item in items} == {200}


def test_a_reader_is_told_of_the_own_calls_only(client):
    mine, other = ApplicationFactory().call, ApplicationFactory().call
    reader = ReaderFactory()
    mine.readers.model.objects.create(page=mine, user=reader)
    client.force_login(reader)
    words = text_of(client.get(reverse("wagtailadmin_home")), "body")
    assert "1 application for you to read" in words
    assert "received" not in words
    assert "colleague’s yes" not in words
    assert other.title not in words


def test_nobody_comes_in_without_logging_in(client, home):
    response = client.get(reverse("wagtailadmin_home"))
    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("wagtailadmin_login"))
