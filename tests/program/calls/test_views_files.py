"""Files in the form of a call: kept from the moment they are chosen, through everything that can go wrong."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.enums import QuestionKind
from program.calls.models import Application
from program.calls.services import answering
from program.files.models import PrivateFile
from program.letters.models import Letter
from tests.browsing import form_in, send, send_files, soup, text_of
from tests.factories import CallPageFactory, QuestionFactory, filled_in
from tests.factories.files import pdf, uploaded
from tests.program.calls.forms_as_words import plain


@pytest.fixture
def call(db):
    """A call that asks for a file and must have it."""
    return CallPageFactory(
        questions=[
            QuestionFactory(label="Why?"),
            QuestionFactory(label="Resume", field_type=QuestionKind.FILE, max_pages=2, max_megabytes=1),
        ]
    )


@pytest.fixture
def typed(call):
    return {name: [value] for name, value in filled_in(call, secret=answering.new_secret()).items()}


def resume(pages=1, name="resume.pdf"):
    return uploaded(pdf(pages), name)


def held(page, names):
    """What ``page`` holds under ``names``, as words."""
    return {name: value for name, value in plain(form_in(page)).items() if name in names}


def test_a_file_goes_all_the_way_with_the_answers(client, call, answer_address, typed):
    check = send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume())
    assert "resume.pdf" in text_of(check)
    sent = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert sent.status_code == 302
    application, file = Application.objects.get(), PrivateFile.objects.get()
    assert (file.owner, file.name) == (application, "resume.pdf")
    assert [(each["key"], each["answer"]) for each in application.answers][1] == ("resume", str(file.pk))
    assert "resume.pdf" in text_of(client.get(sent.url))
    assert "resume[.]pdf" in Letter.objects.get(kind="application_received").text


def test_the_file_is_kept_through_a_mistake_with_every_word(client, call, answer_address, typed):
    """Guard: ``take_files_in`` before the form is judged; without it the file is gone with the error."""
    wrong = typed | {"email": ["not an address"], "step": ["check"]}
    form = send_files(client, answer_address, wrong, question__resume=resume())
    assert [error[0] for error in form.context["errors"]] == ["id_email"]
    assert "resume.pdf" in text_of(form)
    assert held(form, wrong) == plain({name: value for name, value in wrong.items() if name != "step"})
    check = send(client, answer_address, form_in(form) | {"email": ["ada@example.org"], "step": ["check"]})
    assert "resume.pdf" in text_of(check, ".answers")


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (lambda: resume(pages=3), "This has 3 pages; at most 2 are taken here."),
        (lambda: uploaded(b"", "empty.pdf"), "This file is empty."),
        (lambda: uploaded(b"%PDF-" + b"x" * 1_100_000, "big.pdf"), "This file is larger than 1 MB"),
        (lambda: uploaded(pdf(), "letter.docx"), "The name ends in .docx, but this is a PDF"),
        (lambda: uploaded(b"GIF89a" + b"\0" * 40, "moving.gif"), "not taken here"),
    ],
)
def test_a_file_that_is_not_taken_says_why_and_leaves_all_else(client, call, answer_address, typed, file, says):
    send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume(name="first.pdf"))
    form = send_files(client, answer_address, typed | {"step": "check"}, question__resume=file())
    [(control, label, message)] = form.context["errors"]
    assert (control, label) == ("id_question-resume", "Resume")
    assert message.startswith(says) or says in message
    assert "first.pdf" in text_of(form)
    assert held(form, typed) == plain(typed)
    assert PrivateFile.objects.get().name == "first.pdf"


def test_a_file_is_missed_where_it_must_be(client, call, answer_address, typed):
    form = send(client, answer_address, typed | {"step": ["check"]})
    assert form.context["errors"] == [("id_question-resume", "Resume", "Choose a file.")]


def test_another_file_takes_its_place(client, call, answer_address, typed):
    send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume())
    check = send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume(2, "other.pdf"))
    assert "other.pdf" in text_of(check)
    assert [file.name for file in PrivateFile.objects.all()] == ["other.pdf"]


def test_a_file_can_be_taken_away(client, call, answer_address, typed):
    send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume())
    form = send(client, answer_address, typed | {"question-resume-remove": ["on"], "step": ["check"]})
    assert form.context["errors"] == [("id_question-resume", "Resume", "Choose a file.")]
    assert PrivateFile.objects.count() == 0


def test_without_its_token_a_form_keeps_its_file_too(call, answer_address, typed):
    """Guard: ``keep_as_well_under``; without it the page that comes back has lost the file."""
    send_files(Client(), answer_address, typed | {"step": "check"}, question__resume=resume())
    client = Client(enforce_csrf_checks=True)
    check = send(client, answer_address, typed | {"step": ["send"]})
    assert (check.context["token_is_gone"], check.context["secret"]) == (True, form_in(check)["secret"][0])
    assert check.context["secret"] != typed["secret"][0]
    assert "resume.pdf" in text_of(check)
    sent = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert sent.status_code == 302
    assert Application.objects.get().files.get().name == "resume.pdf"


def test_a_file_that_came_with_a_form_without_a_token_is_kept(call, answer_address, typed):
    client = Client(enforce_csrf_checks=True)
    check = send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume())
    assert "resume.pdf" in text_of(check)
    assert Application.objects.count() == 0


def test_sent_twice_with_its_file_it_is_one_of_each(client, call, answer_address, typed):
    first = send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume())
    again = send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume())
    assert again.url == f"{first.url}?again=same"
    counts = [model.objects.count() for model in (Application, PrivateFile, Letter)]
    assert counts == [1, 1, 1]


def test_sent_again_with_another_file_the_first_one_stands(client, call, answer_address, typed):
    send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume())
    again = send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume(2, "other.pdf"))
    assert again.url.endswith("?again=changed")
    assert PrivateFile.objects.get().name == "resume.pdf"


def test_a_file_that_went_missing_before_sending_is_asked_for_again(client, call, answer_address, typed, monkeypatch):
    """Guard: ``FilesGone`` in ``submit``; without it an application would name a file that nobody has."""
    send_files(client, answer_address, typed | {"step": "check"}, question__resume=resume())
    submit = answering.submit

    def sweep_first(**fields):
        fields["files"] = list(fields["files"])
        PrivateFile.objects.all().delete()
        return submit(**fields)

    monkeypatch.setattr(answering, "submit", sweep_first)
    form = send(client, answer_address, typed | {"step": ["send"]})
    assert form.context["errors"] == [
        ("id_question-resume", "Resume", "This file is not here any more. Choose it again.")
    ]
    assert (Application.objects.count(), Letter.objects.count()) == (0, 0)


def test_a_file_for_a_closed_call_is_not_stored(client, call, answer_address, typed, arriving_at):
    arriving_at(call.closes_at + timedelta(seconds=1))
    refused = send_files(client, answer_address, typed | {"step": "send"}, question__resume=resume())
    assert refused.status_code == 403
    assert PrivateFile.objects.count() == 0


def test_the_form_says_what_is_taken_and_lets_the_file_be_chosen_by_type(client, call, answer_address):
    control = soup(client.get(answer_address)).select_one("input[type=file]")
    assert ".docx" in control["accept"]
    assert "up to 1 MB, at most 2 pages" in text_of(client.get(answer_address))
