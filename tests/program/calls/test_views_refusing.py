"""Every way off the applicant's road: no token, no session, too late, a secret that is none. Nothing typed is lost."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.models import Application
from program.calls.services import answering
from tests.browsing import form_in, send, soup, text_of
from tests.factories import ApplicationFactory
from tests.program.calls.forms_as_words import plain

SECOND = timedelta(seconds=1)


def test_nothing_rests_on_a_session_or_on_a_cookie(call, answer_address, typed):
    """Each step by another browser that holds no cookie."""
    check = send(Client(), answer_address, typed | {"step": ["check"]})
    sent = send(Client(), answer_address, form_in(check) | {"step": ["send"]})
    assert Client().get(sent.url).status_code == 200
    assert Application.objects.count() == 1


def test_without_its_token_a_form_comes_back_with_every_word_and_nothing_is_stored(answer_address, typed):
    """Guard: ``token_is_gone`` in ``answer_call``; without it the first POST would store."""
    client = Client(enforce_csrf_checks=True)
    kept = send(client, answer_address, typed | {"step": ["send"]})
    assert (kept.status_code, kept.context["token_is_gone"]) == (200, True)
    assert plain(form_in(kept)) == plain(typed | {"secret": form_in(kept)["secret"]})
    assert Application.objects.count() == 0

    sent = send(client, answer_address, form_in(kept) | {"step": ["send"]})
    assert sent.status_code == 302
    assert Application.objects.count() == 1


def test_without_its_token_a_form_with_a_mistake_comes_back_too(answer_address, typed):
    client = Client(enforce_csrf_checks=True)
    wrong = {name: value for name, value in typed.items() if name != "library"}
    kept = send(client, answer_address, wrong | {"step": ["check"]})
    assert (kept.status_code, kept.context["token_is_gone"]) == (200, True)
    assert plain(form_in(kept)) == plain(wrong | {"library": [""], "secret": form_in(kept)["secret"]})


def test_a_page_without_its_token_may_not_choose_the_secret(answer_address, typed):
    """Somebody else may have made that page, and would know the address of the receipt."""
    client = Client(enforce_csrf_checks=True)
    kept = send(client, answer_address, typed | {"step": ["send"]})
    assert answering.is_secret(form_in(kept)["secret"][0])
    assert form_in(kept)["secret"] != typed["secret"]


@pytest.mark.parametrize("address", ["/", "/calls/", "/search/", "/admin/login/", "/nowhere/"])
def test_without_a_token_every_other_post_is_still_refused(db, call, address):
    assert send(Client(enforce_csrf_checks=True), address, {"step": "send"}).status_code == 403


def test_a_post_without_a_token_to_the_call_itself_stores_nothing(call, typed):
    response = send(Client(enforce_csrf_checks=True), call.get_url(), typed | {"step": ["send"]})
    assert response.status_code in (200, 403, 405)
    assert Application.objects.count() == 0


@pytest.mark.parametrize(("seconds", "status"), [(-1, 302), (0, 302), (1, 403)])
def test_the_deadline_is_judged_by_when_the_request_arrived(
    client, arriving_at, call, answer_address, typed, seconds, status
):
    """Guard: the view and the service both ask with ``request.arrived_at``."""
    arrived_at = arriving_at(call.closes_at + seconds * SECOND)
    response = send(client, answer_address, typed | {"step": ["send"]})
    assert response.status_code == status
    assert list(Application.objects.values_list("received_at", flat=True)) == ([arrived_at] if status == 302 else [])


@pytest.mark.parametrize("step", ["check", "send", "change"])
def test_a_late_answer_is_given_back_word_for_word_and_not_stored(
    client, arriving_at, call, answer_address, typed, step
):
    arriving_at(call.closes_at + SECOND)
    refused = send(client, answer_address, typed | {"step": [step]})
    assert refused.status_code == 403
    shown = {
        term.get_text(): " ".join(value.get_text(" ").split())
        for term, value in zip(soup(refused).select("main dt"), soup(refused).select("main dd"), strict=True)
    }
    assert shown["Your name"] == typed["name"][0]
    assert shown["About multiline?"] == "First line third line, indented"
    assert shown["About checkboxes?"] == "Reading Planning"
    assert shown["Type of library"] == "School library"
    assert Application.objects.count() == 0


def test_an_answer_before_the_call_opens_is_refused(client, arriving_at, call, answer_address, typed):
    arriving_at(call.opens_at - SECOND)
    assert client.get(answer_address).status_code == 403
    assert send(client, answer_address, typed | {"step": ["send"]}).status_code == 403
    assert Application.objects.count() == 0


def test_a_repeat_after_the_deadline_still_leads_to_the_receipt(client, arriving_at, call, answer_address, typed):
    sent = send(client, answer_address, typed | {"step": ["send"]})
    arriving_at(call.closes_at + SECOND)
    again = send(client, answer_address, typed | {"step": ["send"]})
    assert (again.status_code, again.url) == (302, f"{sent.url}?again=same")


@pytest.mark.parametrize("secret", ["", "short", "a" * 44, "../../admin/", "é" * 43, "\x00" * 43, "<script>"])
def test_with_a_secret_that_is_none_of_ours_the_answers_are_checked_once_more(client, answer_address, typed, secret):
    """Nothing is stored under it, nothing typed is lost, and the new page holds a good one."""
    response = send(client, answer_address, typed | {"secret": [secret], "step": ["send"]})
    assert response.status_code == 200
    held = form_in(response)
    assert answering.is_secret(held["secret"][0])
    assert plain(held) == plain(typed | {"secret": held["secret"]})
    assert Application.objects.count() == 0


def test_the_secret_of_an_answer_to_another_call_opens_nothing_and_stores_nothing(client, answer_address, typed):
    """Guard: ``sent_before.call_id == call.pk``."""
    other = ApplicationFactory(secret="f" * 43, name="Marker Person")
    response = send(client, answer_address, typed | {"secret": ["f" * 43], "step": ["send"]})
    assert response.status_code == 200
    assert form_in(response)["secret"] != ["f" * 43]
    assert "Marker Person" not in response.content.decode()
    assert list(Application.objects.all()) == [other]


def test_a_step_that_is_none_goes_to_the_check_page(client, answer_address, typed):
    response = send(client, answer_address, typed | {"step": ["publish"]})
    assert text_of(response, "h1") == "Check your answers"
    assert Application.objects.count() == 0
