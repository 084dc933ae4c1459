"""Files while answers are corrected: those stored stay untouched until the form is saved."""

import pytest

from program.calls.enums import QuestionKind
from program.calls.models import Application
from program.files.models import PrivateFile
from tests.browsing import form_in, soup, text_of
from tests.factories import QuestionFactory
from tests.factories.files import pdf, uploaded
from tests.program.calls.mine.conftest import filled, send_a_file


def stored_of(door) -> Application:
    return Application.objects.get(pk=door.application.pk)


@pytest.fixture
def with_file(client, door):
    """An application that has a resume, and the file."""
    call = door.application.call
    call.questions.add(QuestionFactory(label="Resume", field_type=QuestionKind.FILE, required=False))
    call.save()
    door.file = send_a_file(door.application, content=pdf())
    door.application.answers[-1]["question"] = "Resume"
    door.application.save()
    return door


def post(client, door, step, upload=None, **changes):
    form = filled(client, door, **changes) | {"step": step}
    if upload:
        form["question-resume"] = upload
    return client.post(door.door, form)


def answer_of(door) -> str:
    return next(each["answer"] for each in stored_of(door).answers if each["key"] == "resume")


def test_a_file_that_is_not_touched_stays(client, with_file):
    post(client, with_file, "save", name="Ada Corrected")
    assert stored_of(with_file).name == "Ada Corrected"
    assert list(PrivateFile.objects.all()) == [with_file.file]
    assert answer_of(with_file) == str(with_file.file.pk)


def test_another_file_takes_its_place_once_it_is_saved(client, with_file):
    check = post(client, with_file, "check", upload=uploaded(pdf(pages=2), "new.pdf"))
    assert "new.pdf" in text_of(check)
    assert PrivateFile.objects.of(with_file.application).get() == with_file.file
    client.post(with_file.door, form_in(check) | {"step": "save"})
    assert PrivateFile.objects.get().name == "new.pdf"
    assert answer_of(with_file) == str(PrivateFile.objects.get().pk)


def test_a_file_that_is_taken_away_is_deleted_once_it_is_saved(client, with_file):
    check = post(client, with_file, "check", **{"question-resume-remove": "on"})
    assert PrivateFile.objects.exists()
    client.post(with_file.door, form_in(check) | {"step": "save"})
    assert not PrivateFile.objects.exists()
    assert answer_of(with_file) == ""


def test_a_file_that_is_not_taken_says_why_and_the_one_before_stays(client, with_file):
    response = post(client, with_file, "save", upload=uploaded(b"MZ\x00\x01", "new.exe"))
    assert soup(response).title.get_text().startswith("Error: ")
    assert "resume.pdf" in text_of(response)
    assert list(PrivateFile.objects.all()) == [with_file.file]


def test_going_back_after_saving_and_choosing_another_file_works(client, with_file):
    """Guard: ``fresh`` in ``Resent``; the files of that form belong to the application by now."""
    opened = form_in(client.get(with_file.door))
    for pages in (2, 3):
        form = opened | {"step": "save", "question-resume": uploaded(pdf(pages=pages), f"{pages}.pdf")}
        response = client.post(with_file.door, form)
    client.post(with_file.door, form_in(response) | {"step": "save"})
    assert PrivateFile.objects.of(with_file.application).get().name == "3.pdf"
