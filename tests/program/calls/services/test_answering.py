"""Storing an answer: one intention, one application, and only in time."""

import hashlib
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from program.calls.forms import AnswerForm
from program.calls.models import Application
from program.calls.services import answering
from program.calls.services.receipts import write_receipt
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    CareerStageFactory,
    QuestionFactory,
    RegionFactory,
    as_posted,
    filled_in,
)

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


@pytest.fixture
def call():
    return CallPageFactory(now=NOW)


@pytest.fixture
def submit(call):
    """A function that submits an answer to ``call`` and takes what is to differ."""
    form = AnswerForm(call, as_posted(filled_in(call)))
    assert form.is_valid()

    def _submit(**changes):
        return answering.submit(
            **{
                "call": call,
                "secret": "a" * 43,
                "applicant": form.applicant,
                "answers": form.answers,
                "arrived_at": NOW,
                **changes,
            }
        )

    return _submit


def test_an_answer_is_stored_with_every_word_of_it(call):
    region, stage = RegionFactory(), CareerStageFactory()
    typed = {
        "name": "Ada Sample",
        "pronouns": "she/her",
        "email": "ada@example.org",
        "phone": "555 0100",
        "job_title": "Page",
        "career_stage": stage.pk,
        "member": "no",
        "member_number": "17",
        "library": "Sample Library",
        "library_type": "school",
        "city": "Sampleton",
        "region": region.pk,
        "availability": "Tuesdays",
        "access_needs": "A ramp",
        "put_forward_by": "Bea Sample",
        "keep_in_mind": "on",
    }
    application = ApplicationFactory(call=call, arrived_at=NOW, **typed)
    application.refresh_from_db()
    stored = model_to_dict(application, fields=list(typed))
    assert stored == typed | {"keep_in_mind": True}
    assert (application.received_at, application.agreed_at, application.status) == (NOW, NOW, "received")
    assert [answer["answer"] for answer in application.answers] == ["Several lines:\nthis is the second."]


def test_the_same_secret_gives_the_same_application(submit):
    """Guard: ``look_up`` before storing, and the unique key below it."""
    first, is_new = submit()
    again, is_new_again = submit()
    assert (is_new, is_new_again, again) == (True, False, first)
    assert Application.objects.count() == 1


def test_the_receipt_has_no_heading_with_nothing_below_it(call):
    """Guard: the sections that ``write_receipt`` leaves out."""
    application = ApplicationFactory(call=call, arrived_at=NOW)
    with transaction.atomic():
        text = write_receipt(application=application, at=NOW).text
    assert "Your library" in text
    assert "Practical matters" not in text


def test_two_secrets_are_two_applications(submit):
    submit()
    submit(secret="b" * 43)
    assert Application.objects.count() == 2


def test_an_answer_that_was_stored_meanwhile_is_returned_instead(submit, monkeypatch):
    """Between looking and storing, the same answer comes in by another road: the unique key decides."""
    look, other_road = answering.look_up, []

    def look_a_moment_too_early(secret, at):
        found = look(secret, at=at)
        monkeypatch.setattr(answering, "look_up", look)
        other_road.append(submit())
        return found

    monkeypatch.setattr(answering, "look_up", look_a_moment_too_early)
    assert submit() == (other_road[0][0], False)
    assert Application.objects.count() == 1


def test_a_reference_that_is_taken_is_drawn_anew(submit, monkeypatch):
    taken = submit()[0].reference
    drawn = iter([taken, taken, "AAAA-AAAA"])
    monkeypatch.setattr(answering, "_new_reference", lambda: next(drawn))
    assert submit(secret="b" * 43)[0].reference == "AAAA-AAAA"


def test_after_five_attempts_the_fault_is_told_and_nothing_stored(submit, monkeypatch):
    taken = submit()[0].reference
    monkeypatch.setattr(answering, "_new_reference", lambda: taken)
    with pytest.raises(IntegrityError):
        submit(secret="b" * 43)
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    ("moment", "seconds", "in_time"),
    [("opens_at", -1, False), ("opens_at", 0, True), ("closes_at", -1, True), ("closes_at", 0, True),
     ("closes_at", 1, False)],
)  # fmt: skip
def test_an_answer_counts_from_the_opening_to_the_closing_second(call, submit, moment, seconds, in_time):
    """Guard: ``is_accepting`` in ``submit``; without it the late ones are stored."""
    arrived_at = getattr(call, moment) + seconds * SECOND
    if in_time:
        assert submit(arrived_at=arrived_at)[1] is True
    else:
        with pytest.raises(answering.CallNotAccepting):
            submit(arrived_at=arrived_at)
    assert Application.objects.count() == int(in_time)


def test_a_repeat_after_the_deadline_is_answered_with_what_was_stored(call, submit):
    stored, _ = submit()
    assert submit(arrived_at=call.closes_at + SECOND) == (stored, False)


def test_no_sign_of_a_reference_is_taken_for_another():
    assert set(answering.REFERENCE_ALPHABET) & set("0O1IL2Z5S8BUV") == set()
    assert len(set(answering.REFERENCE_ALPHABET)) == len(answering.REFERENCE_ALPHABET)


def test_a_reference_reads_as_two_groups_of_four(submit):
    left, right = submit()[0].reference.split("-")
    assert [len(left), len(right)] == [4, 4]
    assert set(left + right) <= set(answering.REFERENCE_ALPHABET)


def test_the_secret_is_kept_as_a_digest_and_nowhere_as_itself(submit):
    """Guard: ``digest`` in ``look_up``."""
    secret = answering.new_secret()
    application, _ = submit(secret=secret)
    row = Application.objects.filter(pk=application.pk).values().get()
    assert row["secret_digest"] == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(row)


def test_a_secret_holds_256_bits_and_each_is_new():
    secrets = {answering.new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert all(answering.is_secret(secret) for secret in secrets)


@pytest.mark.parametrize(
    "value", ["", "a" * 42, "a" * 44, "a" * 42 + "/", "a" * 42 + "é", "a" * 43 + "\n", "\x00" * 43]
)
def test_what_has_not_the_shape_of_a_secret_finds_nothing(value):
    assert answering.is_secret(value) is False
    assert answering.find_by_secret(value) is None


def test_a_repeat_differs_when_a_word_of_it_does(call, submit):
    application, _ = submit()
    form = AnswerForm(call, as_posted(filled_in(call)))
    assert form.is_valid()
    application.refresh_from_db()
    assert answering.differs(application, form.applicant, form.answers) is False
    assert answering.differs(application, form.applicant | {"city": "Elsewhere"}, form.answers) is True
    assert answering.differs(application, form.applicant, [form.answers[0] | {"answer": "Other"}]) is True


def test_an_application_keeps_the_questions_it_answered(call):
    """Editors may change and delete questions later; the snapshot is a copy, not a reference."""
    call.questions.set([QuestionFactory(label="Why you?"), QuestionFactory(label="Why now?")], bulk=False)
    call.save()
    application = ApplicationFactory(call=call, arrived_at=NOW)
    before = application.answers
    call.questions.first().delete()
    changed = call.questions.first()
    changed.label = "Something else altogether?"
    changed.save()
    application.refresh_from_db()
    assert application.answers == before
    assert [answer["question"] for answer in application.answers] == ["Why you?", "Why now?"]
