"""Many at once, on a real PostgreSQL: a barrier lets all threads go at the same moment."""

import pytest
from django.test import Client

from program.calls.enums import Status
from program.calls.forms import AnswerForm
from program.calls.models import Application, CallPage, StatusChange
from program.calls.services import answering, deciding
from tests.browsing import send
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory, as_posted, filled_in
from tests.racing import ROUNDS, THREADS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_fifty_sends_of_one_answer_are_one_application():
    """Guard: the unique key on ``secret_digest``, and the second look after it struck."""
    call = CallPageFactory(now=NOW)
    form = AnswerForm(call, as_posted(filled_in(call)))
    assert form.is_valid()
    for round_number in range(1, ROUNDS + 1):
        secret = answering.new_secret()

        def submit(index, secret=secret):
            return answering.submit(
                call=CallPage.objects.get(pk=call.pk),
                secret=secret,
                applicant=form.applicant,
                answers=form.answers,
                arrived_at=NOW,
            )

        results = at_once(submit, THREADS)
        assert len({application.pk for application, _ in results}) == 1
        assert len({application.reference for application, _ in results}) == 1
        assert [is_new for _, is_new in results].count(True) == 1
        assert Application.objects.count() == round_number


def test_fifty_browsers_that_send_one_answer_get_one_receipt():
    call = CallPageFactory()
    address = f"{call.get_url()}answer/"
    for round_number in range(1, ROUNDS + 1):
        answer = filled_in(call, secret=answering.new_secret(), step="send")
        responses = at_once(lambda index, answer=answer: send(Client(), address, answer), THREADS)
        assert {response.status_code for response in responses} == {302}
        assert {response.url.split("?")[0] for response in responses} == {f"/my-answers/{answer['secret']}/"}
        assert Application.objects.count() == round_number


def test_of_two_people_who_decide_at_once_one_wins_and_the_other_is_told():
    """Guard: ``select_for_update`` in ``move``."""
    editors = ModeratorFactory.create_batch(2)
    for _ in range(ROUNDS):
        application = ApplicationFactory()
        wishes = [Status.OFFERED, Status.NOT_THIS_TIME]

        def decide(index, application=application, wishes=wishes):
            try:
                deciding.move(
                    application=Application.objects.get(pk=application.pk),
                    to=wishes[index],
                    seen=Status.RECEIVED,
                    by=editors[index],
                    at=NOW,
                )
            except deciding.IllegalMove:
                return "refused"
            return wishes[index]

        results = at_once(decide, 2)
        application.refresh_from_db()
        changes = StatusChange.objects.filter(application=application)
        assert sorted(results) == sorted(["refused", application.status])
        assert [change.to_status for change in changes] == [application.status]
