"""The register of applications as staff see it."""

import pytest
from django.urls import reverse

from program.calls.enums import Status
from program.calls.models import Application
from program.calls.services import deciding
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory, RegionFactory

pytestmark = pytest.mark.django_db

REGISTER = "/admin/calls/application/"


def listed(response) -> list[str]:
    """The names of the list."""
    return [
        row.select_one(".field-applicant").get_text().strip().split("\n")[0]
        for row in soup(response).select("tbody tr")
    ]


def test_the_register_has_each_application_the_latest_first(moderator):
    for name in ("First", "Second", "Third"):
        ApplicationFactory(name=name)
    assert listed(moderator.get(REGISTER)) == ["Third", "Second", "First"]


@pytest.mark.parametrize("field", ["name", "email", "library", "reference"])
def test_the_register_is_searched_by_what_staff_know_of_somebody(moderator, field):
    wanted = ApplicationFactory(name="Wanted Person", email="wanted@example.org", library="Wanted Library")
    ApplicationFactory(name="Other")
    assert listed(moderator.get(REGISTER, {"q": getattr(wanted, field)})) == ["Wanted Person"]


def test_the_register_is_narrowed_by_status_call_library_type_and_region(moderator):
    region, call = RegionFactory(), CallPageFactory()
    wanted = ApplicationFactory(call=call, name="Wanted", library_type="school", region=region.pk)
    ApplicationFactory(name="Other")
    deciding.move(application=wanted, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=None, at=NOW)
    for query in (
        {"status__exact": "in_review"},
        {"call__id__exact": call.pk},
        {"library_type__exact": "school"},
        {"region__id__exact": region.pk},
    ):
        assert listed(moderator.get(REGISTER, query)) == ["Wanted"]


def test_each_choice_of_each_filter_narrows_the_list_and_shows_as_chosen(moderator):
    """Guard: ``ByCallFilter`` and ``LOOKUPS``: an address that the list does not let through leads to all of it."""
    ApplicationFactory(region=RegionFactory().pk)
    ApplicationFactory()
    choices = [link["href"] for link in soup(moderator.get(REGISTER)).select(".register-filter a")]
    assert sum(choice.startswith("?call__id__exact=") for choice in choices) == 2
    for choice in choices:
        shown = soup(moderator.get(f"{REGISTER}{choice}"))
        assert choice in ["?", *(link["href"] for link in shown.select(".register-filter .selected a"))]


@pytest.mark.parametrize(
    "query",
    ["p=-1", "p=zzz", "p=999999", "o=99", "o=-zzz", "q=%00", "q=" + "x" * 10_000, "status__exact=zzz",
     "call__id__exact=zzz", "call__id__exact=%00", "nonsense=1", "export=zzz", "all=", "ot=zzz", "%ED%A0%80"],
)  # fmt: skip
def test_any_query_string_gives_a_page_of_the_register(moderator, query):
    ApplicationFactory()
    assert moderator.get(f"{REGISTER}?{query}", follow=True).status_code == 200


@pytest.mark.parametrize("action", ["inspect", "move"])
@pytest.mark.parametrize("key", ["999999", "zzz", "0", "1-1"])
def test_an_application_that_is_none_is_an_unknown_address(moderator, action, key):
    assert moderator.get(f"{REGISTER}{action}/{key}/").status_code == 404


def test_an_application_is_read_with_every_answer(moderator):
    application = ApplicationFactory(name="Ada Sample", availability="<b>Tuesdays</b>", city="Sampleton")
    response = moderator.get(reverse("calls_application_modeladmin_inspect", args=[application.pk]))
    words = text_of(response, "body")
    for expected in ("Ada Sample", "<b>Tuesdays</b>", "Sampleton", "Several lines: this is the second."):
        assert expected in words
    assert "<b>Tuesdays</b>" not in response.content.decode()


def test_a_status_is_changed_by_the_form_and_told_on_the_page(moderator):
    application = ApplicationFactory()
    address = reverse("move_application", args=[application.pk])
    form = form_in(moderator.get(address), "form[method=post]:has([name=seen])")
    response = send(moderator, address, form | {"to": "shortlisted", "why": "Strong on outreach."}, follow=True)
    application.refresh_from_db()
    assert application.status == Status.SHORTLISTED
    [change] = application.status_changes.all()
    assert (change.by, change.why) == (moderator.user, "Strong on outreach.")
    words = text_of(response, "body")
    assert "Received → Shortlisted, by Mo Derator" in words
    assert "Strong on outreach." in words


def test_the_form_offers_what_the_table_allows_and_nothing_else(moderator):
    application = ApplicationFactory()
    page = soup(moderator.get(reverse("move_application", args=[application.pk])))
    offered = [choice["value"] for choice in page.select("[name=to]")]
    assert offered == [status.value for status in deciding.moves_from(Status.RECEIVED)]


@pytest.mark.parametrize("to", ["accepted", "received", "zzz", "", "\x00"])
def test_a_move_that_is_not_offered_is_refused_with_a_sentence(moderator, to):
    application = ApplicationFactory()
    address = reverse("move_application", args=[application.pk])
    response = send(moderator, address, {"to": to, "seen": "received", "why": "kept"})
    assert response.status_code == 200
    assert response.context["form"].errors["to"]
    assert "kept" in response.content.decode()
    assert Application.objects.get().status == Status.RECEIVED


def test_who_decides_on_what_another_changed_meanwhile_is_told(moderator):
    application = ApplicationFactory()
    address = reverse("move_application", args=[application.pk])
    form = form_in(moderator.get(address), "form[method=post]:has([name=seen])")
    deciding.move(application=application, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=None, at=NOW)
    response = send(moderator, address, form | {"to": "shortlisted"})
    assert "Somebody moved it meanwhile: it is “In review” now." in text_of(response, "body")
    assert Application.objects.get().status == Status.IN_REVIEW


def test_a_closed_call_keeps_its_register(moderator):
    ApplicationFactory(name="Of a closed call", call=CallPageFactory(closed=True))
    assert listed(moderator.get(REGISTER)) == ["Of a closed call"]


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_register_takes_the_same_queries_for_any_number(moderator, django_assert_num_queries, number):
    calls = [CallPageFactory() for _ in range(min(number, 3))]
    for index in range(number):
        ApplicationFactory(call=calls[index % len(calls)])
    moderator.get(REGISTER)  # what a process remembers for good: content types, the site
    with django_assert_num_queries(22):
        moderator.get(REGISTER)
