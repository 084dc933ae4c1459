"""Deciding about many from the register: shown first, left out with reasons, safe against what changed meanwhile."""

import pytest
from django.urls import reverse

from program.calls.enums import Status
from program.calls.models import Application
from program.calls.services import deciding
from program.letters.models import Letter
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory, EditorFactory, ReaderFactory

pytestmark = pytest.mark.django_db

TOGETHER = reverse("move_applications")
REGISTER = reverse("calls_application_modeladmin_index")


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, closed=True)


@pytest.fixture
def three(call) -> list[Application]:
    return [ApplicationFactory(call=call, name=f"Applicant {number}") for number in range(3)]


def confirm(client, query):
    """Answer the question whether it is meant."""
    return send(client, TOGETHER, form_in(client.get(TOGETHER, query), "form[action]"), follow=True)


def ticked(applications, do):
    return {"do": do, "pk": [each.pk for each in applications]}


def pending(call):
    return list(call.applications.order_by("pk").values_list("pending_status", flat=True))


def test_the_register_offers_a_box_for_each_and_what_to_do_with_them(moderator, three):
    page = soup(moderator.get(REGISTER))
    boxes = page.select("input[name=pk][form=together]")
    assert {int(box["value"]) for box in boxes} == {each.pk for each in three}
    form = page.select_one("form#together")
    assert (form["method"], form["action"]) == ("get", TOGETHER)


def test_who_it_concerns_is_shown_before_anything_happens(moderator, call, three):
    deciding.move(application=three[2], to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    words = text_of(moderator.get(TOGETHER, ticked(three, "pending:offered")))
    assert "“Offered” is kept as pending for 2 applications" in words
    assert "Nobody is written to" in words
    assert f"Applicant 2 · {three[2].reference}: From “Withdrawn” it can’t become “Offered”." in words
    assert pending(call) == ["", "", ""]


def test_decisions_are_kept_pending_and_nobody_is_written_to(moderator, call, three):
    words = text_of(confirm(moderator, ticked(three[:2], "pending:offered")), "body")
    assert "“Offered” is pending for 2. They hear of it when you announce the decisions." in words
    assert pending(call) == ["offered", "offered", ""]
    assert Letter.objects.count() == 0


def test_many_are_moved_with_the_reason(moderator, call, three):
    form = form_in(moderator.get(TOGETHER, ticked(three, "move:shortlisted")), "form[action]")
    send(moderator, TOGETHER, form | {"why": "Strong on outreach."})
    changes = [change for each in three for change in each.status_changes.all()]
    assert [(change.to_status, change.by, change.why) for change in changes] == [
        ("shortlisted", moderator.user, "Strong on outreach.")
    ] * 3
    assert Letter.objects.count() == 0


def test_a_pending_decision_is_taken_off_again(moderator, call, three):
    confirm(moderator, ticked(three, "pending:offered"))
    confirm(moderator, ticked(three[:1], "clear"))
    assert pending(call) == ["", "offered", "offered"]


def test_what_changed_between_the_question_and_the_answer_is_left_out_and_told(moderator, call, three):
    """Guard: ``TogetherForm.seen``; the page was shown when all three were received and nothing was pending."""
    form = form_in(moderator.get(TOGETHER, ticked(three, "pending:offered")), "form[action]")
    deciding.move(application=three[0], to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    Application.objects.filter(pk=three[1].pk).update(pending_status="waitlisted")
    words = text_of(send(moderator, TOGETHER, form, follow=True), "body")
    assert "“Offered” is pending for 1." in words
    assert "2 left out." in words
    assert "Somebody decided meanwhile: pending is “Waitlisted” now." in words
    assert pending(call) == ["", "waitlisted", "offered"]


def test_all_of_the_list_are_those_the_filters_leave_on_every_page(moderator, call):
    other = ApplicationFactory(call=CallPageFactory(now=NOW, closed=True), name="Of another call")
    many = [ApplicationFactory(call=call) for _ in range(60)]
    query = {"do": "pending:waitlisted", "all": "1", "call__id__exact": call.pk}
    page = moderator.get(TOGETHER, query)
    assert len(soup(page).select("tbody tr")) == 60
    confirm(moderator, query)
    assert pending(call) == ["waitlisted"] * len(many)
    other.refresh_from_db()
    assert other.pending_status == ""


def test_six_hundred_are_decided_in_one_go(moderator, call):
    application = ApplicationFactory(call=call)
    copies = []
    for number in range(599):
        copy = Application.objects.get(pk=application.pk)
        copy.pk, copy.secret_digest, copy.reference = None, f"{number:064}", f"X{number:08}"
        copies.append(copy)
    Application.objects.bulk_create(copies)
    confirm(moderator, {"do": "pending:not_this_time", "all": "1"})
    assert pending(call) == ["not_this_time"] * 600


@pytest.mark.parametrize(
    "query",
    ["", "do=pending:offered", "do=zzz&pk=1", "do=pending:accepted&pk=1", "pk=1", "do=clear&pk=zzz",
     "do=clear&pk=" + "9" * 30, "do=clear&all=1&call__owner__password=x", "do=%00&pk=%00", "do=clear&pk=-1"],
)  # fmt: skip
def test_nonsense_leads_back_to_the_list(moderator, three, query):
    response = moderator.get(f"{TOGETHER}?{query}", follow=True)
    assert response.status_code == 200
    assert response.redirect_chain[-1][0].startswith(REGISTER)


@pytest.mark.parametrize("seen", ["", "zzz", "1", "1.received", "1.received.offered,", "9" * 30 + ".received.", "\x00"])
def test_an_answer_that_makes_no_sense_changes_nothing(moderator, call, three, seen):
    response = send(moderator, TOGETHER, {"do": "pending:offered", "seen": seen, "why": ""}, follow=True)
    assert response.status_code == 200
    assert pending(call) == ["", "", ""]


def test_looking_changes_nothing(moderator, call, three):
    for _ in range(3):
        moderator.get(TOGETHER, ticked(three, "move:offered"))
    assert set(call.applications.values_list("status", flat=True)) == {"received"}


@pytest.mark.parametrize("make", [EditorFactory, ReaderFactory])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_decide_does_not_get_there(client, call, three, make, method):
    """Guard: ``may_move_application`` in ``TogetherView.dispatch``."""
    client.force_login(make())
    seen = ",".join(f"{each.pk}.received." for each in three)
    response = getattr(client, method)(TOGETHER, ticked(three, "pending:offered") | {"seen": seen})
    assert response.status_code in (302, 403)
    assert pending(call) == ["", "", ""]


def test_nobody_decides_about_an_application_of_their_own(moderator, call):
    """Guard: ``get_base_queryset`` in ``TogetherView``, which holds ``readable_by``."""
    own = ApplicationFactory(call=call, email=moderator.user.email)
    response = moderator.get(TOGETHER, ticked([own], "pending:offered"), follow=True)
    assert "Tick whom it concerns" in text_of(response, "body")
    send(moderator, TOGETHER, {"do": "pending:offered", "seen": f"{own.pk}.received.", "why": ""})
    assert pending(call) == [""]
