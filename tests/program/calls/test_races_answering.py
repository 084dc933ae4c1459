"""Many sends at the same moment, with files, drafts and codes, on a real PostgreSQL."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.enums import QuestionKind
from program.calls.models import Application, Draft, LateCode
from program.calls.services import answering, late_codes
from program.files.models import PrivateFile
from program.letters.models import Letter
from tests.browsing import form_in, send, send_files, text_of
from tests.factories import CallPageFactory, QuestionFactory, filled_in
from tests.factories.clock import this_second
from tests.factories.files import pdf, uploaded
from tests.racing import ROUNDS, THREADS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def call_for_a_file(**more):
    return CallPageFactory(questions=[QuestionFactory(label="Resume", field_type=QuestionKind.FILE)], **more)


def stored_in(folder) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def private_folder(settings, tmp_path):
    """An empty folder for private files, so that what is left over can be counted."""
    folder = tmp_path / "private"
    settings.STORAGES = settings.STORAGES | {
        "private": {"BACKEND": "program.files.storages.PrivateFolder", "OPTIONS": {"location": folder}}
    }
    return folder


def test_fifty_sends_of_one_answer_with_its_file_are_one_of_each(private_folder):
    """Guards: the unique keys on ``secret_digest``, on holder and slot of a file, on ``unique_key`` of a letter."""
    call = call_for_a_file()
    address, content = f"{call.get_url()}answer/", pdf(3)
    for round_number in range(1, ROUNDS + 1):
        answer = filled_in(call, secret=answering.new_secret(), step="send")

        def post(index, answer=answer):
            return send_files(Client(), address, answer, question__resume=uploaded(content))

        responses = at_once(post, THREADS)
        assert {response.status_code for response in responses} == {302}
        assert {response.url.split("?")[0] for response in responses} == {f"/my-answers/{answer['secret']}/"}
        assert Application.objects.count() == round_number
        assert PrivateFile.objects.count() == round_number
        assert Letter.objects.filter(kind="application_received").count() == round_number
        assert Application.objects.first().answers[0]["answer"] == str(Application.objects.first().files.get().pk)
        # Content that lost the race is not left in the storage.
        assert stored_in(private_folder) == round_number


def test_a_draft_sent_by_its_form_and_by_its_link_at_once_is_one_application():
    """Guard: the link of a draft and its form have one key."""
    from program.letters.services.rendering import addresses_in

    for _ in range(ROUNDS):
        call = call_for_a_file()
        address = f"{call.get_url()}answer/"
        answer = filled_in(call, secret=answering.new_secret())
        send_files(Client(), address, answer | {"step": "save"}, question__resume=uploaded(pdf()))
        letter = Letter.objects.filter(kind="draft").first()
        link = "/my-draft/" + addresses_in(letter, letter.written_at)["draft"].rstrip("/").rpartition("/")[2] + "/"
        secrets = [answer["secret"], form_in(Client().get(link))["secret"][0]]

        def post(index, address=address, answer=answer, secrets=secrets):
            return send(Client(), address, answer | {"secret": secrets[index % 2], "step": "send"})

        responses = at_once(post, 8)
        assert (call.applications.count(), Draft.objects.filter(call=call).count()) == (1, 0)
        application = call.applications.get()
        assert application.files.count() == 1
        # Sent by the link, it is opened by the link alone; the form is told that the answers are here.
        by_form, by_link = responses[0::2], responses[1::2]
        assert {response.status_code for response in by_link} == {302}
        assert {response.status_code for response in by_form} == {200 if application.sent_by_link else 302}
        opened = [response for response in responses if response.status_code == 302]
        assert {Client().get(response.url).status_code for response in opened} == {200}


def test_of_two_answers_with_one_code_one_is_stored_and_the_other_gets_its_words_back():
    """Guard: the lock on the code in ``late_codes.use``."""
    for _ in range(ROUNDS):
        call = CallPageFactory(closed=True)
        address = f"{call.get_url()}answer/"
        _row, code = late_codes.make(
            call=call, who_for="Ada", opens_until=this_second() + timedelta(days=1), by=None, at=this_second()
        )
        answers = [
            filled_in(call, secret=answering.new_secret(), name=f"Sample {index}", code=code, step="send")
            for index in range(2)
        ]
        responses = at_once(lambda index, answers=answers, address=address: send(Client(), address, answers[index]), 2)
        assert sorted(response.status_code for response in responses) == [302, 403]
        loser = next(index for index, response in enumerate(responses) if response.status_code == 403)
        words = text_of(responses[loser])
        assert f"Sample {loser}" in words
        assert call.applications.get().late_code == LateCode.objects.get(call=call)


def test_one_answer_with_a_code_sent_many_times_at_once_is_answered_with_its_receipt_each_time():
    call = CallPageFactory(closed=True)
    address = f"{call.get_url()}answer/"
    _row, code = late_codes.make(
        call=call, who_for="Ada", opens_until=this_second() + timedelta(days=1), by=None, at=this_second()
    )
    answer = filled_in(call, secret=answering.new_secret(), code=code, step="send")
    responses = at_once(lambda index: send(Client(), address, answer), 10)
    assert {response.status_code for response in responses} == {302}
    assert call.applications.count() == 1
