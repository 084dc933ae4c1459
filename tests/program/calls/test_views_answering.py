"""The applicant's road by its addresses: form, check, send, receipt."""

import pytest

from program.calls.models import Application
from program.calls.services import answering
from tests.browsing import form_in, send, soup, text_of
from tests.factories import ApplicationFactory
from tests.program.calls.forms_as_words import TICKS, plain


@pytest.fixture
def on_one_page(monkeypatch):
    """A form of every kind of question, but short enough for one page."""
    monkeypatch.setattr("program.calls.forms.parts.FIT_BESIDE_A_FILE", 99)


def test_the_form_asks_every_question_and_holds_a_new_secret_each_time(
    client, call, answer_address, typed, on_one_page
):
    first, second = client.get(answer_address), client.get(answer_address)
    names = {control["name"] for control in soup(first).select("main form [name]")}
    assert names == set(typed) | {"question-about_file", "step", "asked", "part"} | (names & {"csrfmiddlewaretoken"})
    assert form_in(first)["secret"] != form_in(second)["secret"]
    assert Application.objects.count() == 0


def test_the_whole_road_from_the_form_to_the_same_receipt_again(client, call, answer_address, typed):
    check = send(client, answer_address, typed | {"step": ["check"]})
    assert (check.status_code, text_of(check, "h1")) == (200, "Check your answers")
    assert Application.objects.count() == 0

    sent = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert (sent.status_code, sent.url) == (302, f"/my-answers/{typed['secret'][0]}/")
    application = Application.objects.get()

    receipt = client.get(sent.url)
    assert receipt.status_code == 200
    assert application.reference in text_of(receipt)
    assert client.get(sent.url).content == receipt.content  # a reload

    again = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert again.url == f"{sent.url}?again=same"
    assert application.reference in text_of(client.get(again.url))
    assert client.get(again.url).context["again"] is True
    assert list(Application.objects.all()) == [application]


def test_the_check_page_carries_every_field_through(client, answer_address, typed):
    check = send(client, answer_address, typed | {"step": ["check"]})
    assert plain(form_in(check)) == plain(typed)


def test_changing_ones_answers_keeps_every_field(client, answer_address, typed):
    check = send(client, answer_address, typed | {"step": ["check"]})
    form = send(client, answer_address, form_in(check) | {"step": ["change"]})
    assert text_of(form, "h1").startswith("Answer:")
    assert plain(form_in(form)) == plain(typed)


def test_a_mistake_keeps_every_field_and_is_told_at_the_top_and_beside_the_field(client, answer_address, typed):
    wrong = typed | {"email": ["not an address"], "step": ["check"]}
    form = send(client, answer_address, wrong)
    assert form.status_code == 200
    assert plain(form_in(form)) == plain({k: v for k, v in wrong.items() if k != "step"})
    message = "Write an e-mail address like name@example.org."
    page = soup(form)
    assert page.title.get_text().startswith("Error: ")
    links = page.select("[role=alert] a")
    assert [link["href"] for link in links] == ["#id_email"]
    assert "Your e-mail address" in links[0].get_text()
    assert message in links[0].get_text()
    field = page.select_one("#id_email")
    assert field["aria-invalid"] == "true"
    assert message in page.select_one(f"#{field['aria-describedby'].split()[-1]}").get_text()


def test_an_empty_form_names_every_field_that_must_be_filled(client, call, answer_address, on_one_page):
    form = send(client, answer_address, {"secret": answering.new_secret(), "step": "check"})
    summary = [link["href"].removeprefix("#id_") for link in soup(form).select("[role=alert] a")]
    questions = [f"question-{question.clean_name}" for question in call.questions.all() if question.required]
    firsts = {
        f"{name}_0" for name in ("question-about_radio", "question-about_checkboxes", "question-about_ranked", "member")
    }
    expected = {"name", "email", "member", "library", "library_type", "agreement", *questions}
    assert {name.removesuffix("_0") for name in summary} == expected
    assert firsts <= set(summary)  # a group has no control of its own: the link goes to its first
    ids = {control.get("id") for control in soup(form).select("main form [id]")}
    assert {f"id_{name}" for name in summary} <= ids


def test_what_is_not_required_may_stay_empty(client, call, answer_address):
    call.questions.update(required=False)
    sent = send(
        client,
        answer_address,
        {
            "secret": answering.new_secret(),
            "name": "Ada",
            "email": "ada@example.org",
            "member": "unsure",
            "library": "One",
            "library_type": "public",
            "agreement": "on",
            "step": "send",
        },
    )
    assert sent.status_code == 302
    assert client.get(sent.url).status_code == 200


def test_a_repeat_with_other_words_keeps_the_first_version_and_says_so(client, answer_address, typed):
    send(client, answer_address, typed | {"step": ["send"]})
    again = send(client, answer_address, typed | {"name": ["Somebody else"], "step": ["send"]})
    assert again.url.endswith("?again=changed")
    receipt = client.get(again.url)
    assert (receipt.context["again"], receipt.context["changed"]) == (True, True)
    assert Application.objects.get().name == typed["name"][0]
    assert "Somebody else" not in receipt.content.decode()


@pytest.mark.parametrize("secret", ["a" * 43, "short", "é", "%00", "a" * 500])
def test_an_unknown_receipt_is_an_unknown_address(client, call, secret):
    assert client.get(f"/my-answers/{secret}/").status_code == 404


def test_a_receipt_is_kept_by_no_cache_and_by_no_index_and_names_no_other_site(client, call):
    ApplicationFactory(call=call, secret="a" * 43)
    response = client.get("/my-answers/" + "a" * 43 + "/")
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "strict-origin"
    assert soup(response).select("link[rel=canonical], meta[property='og:url']") == []


def test_a_receipt_shows_every_answer_and_the_status_in_the_applicants_words(client, call, answer_address, typed):
    sent = send(client, answer_address, typed | {"step": ["send"]})
    Application.objects.update(status="shortlisted")
    words = text_of(client.get(sent.url))
    for name, value in typed.items():
        if name not in {"secret", "career_stage", "region", "library_type", "member", "first_time", *TICKS}:
            for each in value:
                assert " ".join(each.split()) in words
    assert "being read" in words
    assert "hortlist" not in words


def test_a_receipt_outlives_the_questions_it_answered(client, call, answer_address, typed):
    sent = send(client, answer_address, typed | {"step": ["send"]})
    call.questions.all().delete()
    assert "About multiline?" in text_of(client.get(sent.url))


def test_an_unpublished_call_takes_no_answers(client, call, answer_address, typed):
    call.unpublish()
    assert client.get(answer_address).status_code == 404
    assert send(client, answer_address, typed | {"step": ["send"]}).status_code == 404
    assert Application.objects.count() == 0
