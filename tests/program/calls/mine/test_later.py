"""What is asked only after acceptance: of nobody else, and kept apart from the answers that were weighed."""

import pytest

from program.calls.enums import QuestionKind, Status
from program.calls.models import Application
from program.files.models import PrivateFile
from tests.browsing import form_in, soup, text_of
from tests.factories import QuestionFactory
from tests.factories.files import pdf, uploaded
from tests.program.calls.mine.conftest import bring


@pytest.fixture
def accepted(mine):
    call = mine.application.call
    for label, kind, required in [
        ("Shirt size", QuestionKind.SINGLELINE, True),
        ("A photo", QuestionKind.FILE, False),
    ]:
        call.questions.add(QuestionFactory(label=label, field_type=kind, required=required, after_acceptance=True))
    call.save()
    bring(mine.application, Status.ACCEPTED)
    mine.later = f"{mine.address}later/"
    return mine


def test_they_are_asked_of_who_accepted_and_can_be_answered_again(client, accepted):
    assert soup(client.get(accepted.address)).select(f'a[href="{accepted.later}"]')
    for size in ("M", "L"):
        assert client.post(accepted.later, {"question-shirt_size": size}).url == accepted.address
        assert form_in(client.get(accepted.later))["question-shirt_size"] == [size]
    application = Application.objects.get()
    assert [(each["question"], each["answer"]) for each in application.later_answers] == [
        ("Shirt size", "L"),
        ("A photo", ""),
    ]
    assert application.answers == accepted.application.answers
    assert "Asked after acceptance" in text_of(client.get(accepted.address))


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ACCEPTED}))
def test_nobody_else_is_asked(client, accepted, status):
    Application.objects.update(status=status)
    assert not soup(client.get(accepted.address)).select(f'a[href="{accepted.later}"]')
    assert client.post(accepted.later, {"question-shirt_size": "M"}).url == accepted.address
    assert Application.objects.get().later_answers == []


def test_what_is_missing_is_asked_for(client, accepted):
    response = client.post(accepted.later, {"question-shirt_size": ""})
    assert soup(response).title.get_text().startswith("Error: ")
    assert not soup(client.get(accepted.later)).select("[role=alert]")


def test_a_file_is_kept_replaced_and_taken_away(client, accepted):
    size = {"question-shirt_size": "M"}
    for name in ("one.pdf", "two.pdf"):
        client.post(accepted.later, size | {"question-a_photo": uploaded(pdf(), name)})
        assert PrivateFile.objects.of(accepted.application).get().name == name
    client.post(accepted.later, size)
    assert PrivateFile.objects.of(accepted.application).get().name == "two.pdf"
    client.post(accepted.later, size | {"question-a_photo-remove": "on"})
    assert not PrivateFile.objects.exists()
