"""A long form in parts: each page asks a few things and carries all the rest."""

import pytest

from program.calls.models import Application
from program.calls.services import answering
from tests.browsing import form_in, send, soup, text_of
from tests.factories import CallPageFactory, QuestionFactory
from tests.program.calls.forms_as_words import plain


def titles(response):
    return [heading.get_text() for heading in soup(response).select("main form h2")]


def progress(response):
    return text_of(response, ".form__progress")


def test_a_short_form_is_one_page(client, db):
    call = CallPageFactory(questions=[QuestionFactory() for _ in range(8)])
    form = client.get(f"{call.get_url()}answer/")
    assert soup(form).select(".form__progress") == []
    assert titles(form)[-1] == "Before you send"


def test_a_long_form_is_read_in_parts_and_nothing_typed_is_lost(client, call, answer_address, typed):
    page = client.get(answer_address)
    assert (progress(page), titles(page)) == ("Part 1 of 5", ["About you", "Your library"])
    held = form_in(page) | {"secret": typed["secret"]}
    for number in range(1, 6):
        asked = {control["name"] for control in soup(page).select("main form [name]:not([type=hidden])")}
        held |= {name: value for name, value in typed.items() if name in asked}
        page = send(client, answer_address, held | {"step": ["next"]})
        held = form_in(page)
        if number < 5:
            assert (progress(page), page.context["errors"]) == (f"Part {number + 1} of 5", [])
    assert text_of(page, "h1") == "Check your answers"
    assert plain(held) == plain(typed)
    sent = send(client, answer_address, held | {"step": ["send"]})
    assert sent.status_code == 302
    assert Application.objects.count() == 1


def test_a_mistake_keeps_one_on_its_part(client, call, answer_address, typed):
    wrong = typed | {"email": ["not an address"], "part": ["1"], "step": ["next"]}
    page = send(client, answer_address, wrong)
    assert (progress(page), [error[0] for error in page.context["errors"]]) == ("Part 1 of 5", ["id_email"])
    assert plain(form_in(page)) == plain({name: value for name, value in wrong.items() if name != "step"})


def test_the_next_part_does_not_begin_with_reproaches(client, call, answer_address, typed):
    about = {name: value for name, value in typed.items() if not name.startswith("question-")}
    page = send(client, answer_address, about | {"part": ["1"], "step": ["next"]})
    assert (progress(page), page.context["errors"]) == ("Part 2 of 5", [])
    assert soup(page).select(".form-field__error") == []


def test_going_back_asks_for_nothing(client, call, answer_address, typed):
    part = {name: [""] if name.startswith("question-") else value for name, value in typed.items()}
    page = send(client, answer_address, part | {"part": ["3"], "step": ["back"]})
    assert (progress(page), page.context["errors"]) == ("Part 2 of 5", [])


@pytest.mark.parametrize("step", ["check", "send"])
def test_a_mistake_in_another_part_leads_to_that_part(client, call, answer_address, typed, step):
    page = send(client, answer_address, typed | {"question-about_url": ["no address"], "part": ["5"], "step": [step]})
    assert (progress(page), titles(page)) == ("Part 2 of 5", ["The questions of this call, 1 to 4"])
    assert [error[0] for error in page.context["errors"]] == ["id_question-about_url"]


def test_each_section_of_the_check_page_leads_back_to_its_part(client, call, answer_address, typed):
    check = send(client, answer_address, typed | {"step": ["check"]})
    buttons = [button["value"] for button in soup(check).select("button[value^='change:']")]
    assert buttons == ["change:1", "change:1", "change:2", "change:3", "change:4", "change:5", "change:5"]
    page = send(client, answer_address, form_in(check) | {"step": ["change:3"]})
    assert progress(page) == "Part 3 of 5"
    assert plain(form_in(page)) == plain(typed)


@pytest.mark.parametrize("part", ["0", "-1", "99", "one", "", "9" * 5000, "²"])
def test_a_part_that_is_none_is_the_first(client, call, answer_address, typed, part):
    page = send(client, answer_address, typed | {"part": [part], "step": ["change"]})
    assert progress(page) == "Part 1 of 5"


def test_a_question_that_was_added_meanwhile_is_asked_before_anything_is_sent(client, call, answer_address, typed):
    check = send(client, answer_address, typed | {"step": ["check"]})
    call.questions.add(QuestionFactory(label="And one more?", required=False))
    call.save()
    page = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert (progress(page), Application.objects.count()) == ("Part 4 of 5", 0)
    assert "A question was added while you wrote" in text_of(page)
    sent = send(client, answer_address, form_in(page) | {"step": ["send"]})
    assert (sent.status_code, Application.objects.count()) == (302, 1)


def test_words_to_a_question_that_was_taken_out_are_given_back(client, call, answer_address, typed):
    """Guard: ``lost_a_question`` in ``_send``; without it the words go without a sign."""
    check = send(client, answer_address, typed | {"step": ["check"]})
    call.questions.get(clean_name="about_multiline").delete()
    page = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert (text_of(page, "h1"), Application.objects.count()) == ("Check your answers", 0)
    assert "A question was taken out meanwhile. What you typed to it is not sent." in text_of(page)
    assert "About multiline First line third line, indented" in text_of(page, ".note")
    sent = send(client, answer_address, form_in(page) | {"step": ["send"]})
    assert sent.status_code == 302
    assert "about_multiline" not in [each["key"] for each in Application.objects.get().answers]


def test_the_preview_says_in_how_many_parts_it_is_shown(call, rf):
    from program.calls.views import preview_form

    request = rf.get("/")
    request.arrived_at = call.opens_at
    response = preview_form(request, call)
    assert response.context_data["form"].is_long
    assert len(response.context_data["form"].parts) == 5


def test_every_secret_of_the_pages_is_the_same(client, call, answer_address, typed):
    page = send(client, answer_address, typed | {"part": ["2"], "step": ["next"]})
    assert form_in(page)["secret"] == typed["secret"]
    assert answering.is_secret(typed["secret"][0])
