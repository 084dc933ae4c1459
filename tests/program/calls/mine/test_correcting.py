"""Correcting answers until the call closes: in time, nothing lost, and nobody's correction overwritten unseen."""

from datetime import timedelta

import pytest

from program.calls.enums import QuestionKind, Status
from program.calls.models import Application, CallPage, LateCode
from program.calls.services import correcting
from program.calls.services.answering import new_secret
from program.letters.models import Letter
from program.links.services import issue, resolve, secret_of
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, QuestionFactory
from tests.program.calls.mine.conftest import LATER, bring, filled, save

SECOND = timedelta(seconds=1)


def stored_of(door) -> Application:
    return Application.objects.get(pk=door.application.pk)


def test_the_form_opens_with_every_answer_that_is_stored(client, door, call, typed, arriving_at):
    """Every kind of question: opened and saved as it is, nothing is changed and nothing is written."""
    arriving_at(call.opens_at)
    secret = new_secret()
    sent = send(client, f"{call.get_url()}answer/", typed | {"secret": [secret], "step": ["send"]})
    assert sent.status_code == 302
    before = Application.objects.get(call=call)
    letters = Letter.objects.count()
    assert len(before.answers) >= len(QuestionKind) - 1
    door.door = f"/my-answers/{secret}/correct/"
    assert form_in(client.get(door.door))["name"] == typed["name"]
    assert save(client, door).url == f"/my-answers/{secret}/"
    after = Application.objects.get(call=call)
    assert (after.answers, after.name, after.first_time) == (before.answers, before.name, before.first_time)
    assert after.corrected_at is None
    assert Letter.objects.count() == letters


def test_answers_are_checked_and_then_saved_in_the_place_of_those_before(client, door):
    form = filled(client, door, name=["Ada Corrected"], availability=["Mondays"])
    check = send(client, door.door, form | {"step": "check"})
    assert "Nothing is saved yet." in text_of(check)
    assert stored_of(door).name == "Ada Sample"
    done = send(client, door.door, form_in(check) | {"step": "save"})
    assert done.url == door.address
    stored = stored_of(door)
    assert (stored.name, stored.availability, stored.corrected_at) == ("Ada Corrected", "Mondays", LATER)
    assert (stored.received_at, stored.reference) == (NOW, door.application.reference)
    assert "You corrected your answers" in text_of(client.get(door.address))


def test_from_the_check_page_one_can_go_back_with_everything_typed(client, door):
    check = send(client, door.door, filled(client, door, name=["Ada Corrected"]) | {"step": "check"})
    again = send(client, door.door, form_in(check) | {"step": "change"})
    assert form_in(again)["name"] == ["Ada Corrected"]
    assert not soup(again).select("[role=alert]")


def test_mistakes_are_shown_and_nothing_is_lost(client, door):
    response = save(client, door, email=["no address"], availability=["Mondays"])
    assert soup(response).title.get_text().startswith("Error: ")
    assert form_in(response)["availability"] == ["Mondays"]
    assert stored_of(door).corrected_at is None


def test_a_letter_says_so_once_for_each_correction(client, door, arriving_at):
    save(client, door, name=["Ada One"])
    save(client, door, name=["Ada One"])
    arriving_at(LATER + SECOND)
    save(client, door, name=["Ada Two"])
    assert Letter.objects.filter(kind="application_corrected").count() == 2


@pytest.mark.parametrize(("late", "status", "name"), [(0, 302, "Ada Corrected"), (1, 403, "Ada Sample")])
def test_the_closing_second_is_the_last(client, door, arriving_at, late, status, name):
    """Guard: ``may_correct`` with the time of arrival."""
    form = filled(client, door, name=["Ada Corrected"], availability=["Every Monday"])
    arriving_at(door.application.call.closes_at + late * SECOND)
    response = send(client, door.door, form | {"step": "save"})
    assert (response.status_code, stored_of(door).name) == (status, name)
    if late:
        assert "Every Monday" in text_of(response)
        assert "What you sent before stands" in text_of(response)


def test_the_service_itself_refuses_what_is_late(door):
    """Guard: ``may_correct`` in ``correcting.correct``, under the lock."""
    application = door.application
    with pytest.raises(correcting.TooLate):
        correcting.correct(
            application=application, secret=door.secret, began_from=correcting.version_of(application),
            applicant={"name": "Late"}, answers=[], files=[], at=application.call.closes_at + SECOND,
        )  # fmt: skip


def test_a_late_code_keeps_the_call_open_to_its_answer(client, door, arriving_at):
    until = door.application.call.closes_at + timedelta(days=3)
    door.application.late_code = LateCode.objects.create(
        call=door.application.call, who_for="Ada", code_digest="x", opens_until=until, made_at=NOW
    )
    door.application.save()
    arriving_at(until)
    save(client, door, name=["Ada Corrected"])
    assert stored_of(door).name == "Ada Corrected"
    arriving_at(until + SECOND)
    assert client.get(door.door).url == door.address


@pytest.mark.parametrize("status", sorted(Status))
def test_answers_can_be_corrected_while_they_are_read_and_shortlisting_is_not_to_be_told_from_it(client, door, status):
    """Guard: ``UNDECIDED`` holds every status that an applicant knows as “Received” or “Being read”."""
    form = filled(client, door, name=["Ada Corrected"])
    bring(door.application, status)
    may = status.public_name in ("Received", "Being read")
    assert bool(soup(client.get(door.address)).select(f'a[href="{door.door}"]')) == may
    send(client, door.door, form | {"step": "save"})
    assert (stored_of(door).name == "Ada Corrected") == may


def test_of_two_windows_the_second_is_shown_both_and_asked(client, door, arriving_at):
    """Guard: ``began_from``; without it the first correction would be gone without a word."""
    first, second = (filled(client, door, name=[name]) for name in ("Ada First", "Ada Second"))
    send(client, door.door, first | {"step": "save"})
    arriving_at(LATER + SECOND)
    asked = send(client, door.door, second | {"step": "save"})
    words = text_of(asked)
    assert "Ada First" in words
    assert "Ada Second" in words
    assert stored_of(door).name == "Ada First"
    send(client, door.door, form_in(asked) | {"step": "save"})
    assert stored_of(door).name == "Ada Second"


def test_pressing_save_twice_saves_once(client, door):
    form = filled(client, door, name=["Ada Corrected"])
    for _ in range(2):
        assert send(client, door.door, form | {"step": "save"}).url == door.address
    assert Letter.objects.filter(kind="application_corrected").count() == 1


def test_a_question_that_is_gone_is_shown_with_its_answer_before_that_goes(client, door):
    call = door.application.call
    old = door.application.answers[0]
    call.questions.all().delete()
    call.questions.add(QuestionFactory(label="A new question?", field_type=QuestionKind.SINGLELINE))
    call.save()
    opened = client.get(door.door)
    assert " ".join(old["answer"].split()) in text_of(opened)
    save(client, door, **{"question-a_new_question": ["New."]})
    assert [(each["question"], each["answer"]) for each in stored_of(door).answers] == [("A new question?", "New.")]


def test_an_unpublished_call_takes_no_corrections(client, door):
    CallPage.objects.update(live=False)
    assert client.get(door.door).url == door.address


def test_a_changed_address_ends_the_links_that_were_sent_to_the_old_one(client, door):
    """Whoever mistyped their address sent a stranger the way in. Guard: ``revoke`` in ``correcting.correct``."""
    sent_to_a_stranger = secret_of(issue(purpose="application", target=door.application, at=NOW))
    save(client, door, email=["right@example.org"])
    assert resolve(sent_to_a_stranger, purpose="application", at=LATER) is None
    assert client.get(door.address).status_code == 200
    letters = {letter.to: letter for letter in Letter.objects.filter(written_at=LATER)}
    assert set(letters) == {"right@example.org", "applicant@example.org"}
    assert not letters["applicant@example.org"].letter_links.exists()
    assert "Ada" not in letters["applicant@example.org"].text
    assert letters["right@example.org"].letter_links.count() == 1


def test_the_link_in_use_goes_on_opening(client, door):
    own = secret_of(issue(purpose="application", target=door.application, at=NOW))
    door.address = f"/my-answers/{own}/"
    door.door = f"{door.address}correct/"
    save(client, door, email=["right@example.org"])
    assert client.get(door.address).status_code == 200
