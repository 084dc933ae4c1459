"""The words of letters: the editors' in the middle, and nothing a stranger typed where it could do harm."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from program.calls.enums import LETTER_STATUSES, Status
from program.calls.models import Application, CallPage, LetterText
from program.calls.placeholders import filled, unknown_placeholders
from program.calls.services.announcing import letter_of_move
from program.letters.models import Letter
from program.letters.post import message_for
from program.links.models import PersonalLink
from tests.factories import NOW, ApplicationFactory, CallPageFactory

pytestmark = pytest.mark.django_db
STRANGER = "MARKER https://evil.example.org/x {reference} \r\nBcc: all@example.org"


@pytest.fixture
def application():
    return ApplicationFactory(call=CallPageFactory(now=NOW, closed=True, title="Book award jury"), name="Ada Sample")


def letter_to(application, status=Status.OFFERED):
    return letter_of_move(application=application, to=status, at=NOW)


def test_placeholders_are_filled_in_once_and_with_plain_words():
    assert filled("{name} {call} {x}", {"name": "{call}", "call": "C"}) == "{call} C {x}"


@pytest.mark.parametrize(
    "text", ["{name.__class__}", "{0}", "{}", "{nane}", "{call!r}", "{name:>9999999999}", "{settings}", "{ name }"]
)
def test_what_is_no_placeholder_is_refused_in_the_editors_form(application, text):
    """Guard: ``unknown_placeholders``; and if one were stored, it would stay as it is written."""
    letter_text = LetterText(page=application.call, status=Status.OFFERED, text=f"Dear {text}")
    with pytest.raises(ValidationError) as refused:
        letter_text.clean()
    assert refused.value.message_dict["text"] == [
        f"Nothing is filled in for {text}. Take it out, or write one of {{name}}, {{call}}, {{reference}}, "
        "{hear_by}, {answer_by}."
    ]
    letter_text.save()
    assert f"Dear {text}" in letter_to(application).text


@pytest.mark.parametrize("text", ["Nothing at all", "A brace { alone", "alone }", "{name} {call}"])
def test_other_words_are_let_through(text):
    assert unknown_placeholders(text) == []


@pytest.mark.parametrize(("status", "_label"), LETTER_STATUSES)
def test_only_an_offer_is_answered_by_a_day(status, _label):
    letter_text = LetterText(status=status, text="By {answer_by}.")
    if status == Status.OFFERED:
        letter_text.clean()
        return
    with pytest.raises(ValidationError, match="Only an offer"):
        letter_text.clean()


def test_the_editors_words_take_the_place_of_the_middle_part(application):
    words = "Dear {name}, about {call} ({reference}): answer by {answer_by}."
    LetterText.objects.create(page=application.call, status=Status.OFFERED, text=words)
    text = letter_to(application).text
    assert (
        f"Dear Ada Sample, about Book award jury ({application.reference}): answer by "
        "Monday, March 15, 2027, 11:59 pm Central." in text
    )
    assert "we would like to have you" not in text
    assert "Answer the offer:\n(personal link)" in text


@pytest.mark.parametrize(("status", "_label"), LETTER_STATUSES)
@pytest.mark.parametrize("words", ["", "Dear {name}, this is {call}."])
def test_what_a_stranger_typed_is_in_no_subject_no_link_and_no_header(application, status, _label, words):
    """Guard: ``SUBJECTS`` takes the call's title alone, and ``defused`` in the placeholders."""
    typed = dict.fromkeys(("name", "library", "city", "job_title", "put_forward_by", "availability"), STRANGER[:80])
    Application.objects.filter(pk=application.pk).update(**typed)
    application.refresh_from_db()
    if words:
        LetterText.objects.create(page=application.call, status=status, text=words)
    shown = letter_to(application, status)
    with transaction.atomic():
        letter = shown.write(at=NOW, key="sample")
    message = message_for(letter, NOW)
    html = message.alternatives[0].content
    assert "MARKER" in message.body
    assert "MARKER" not in message.subject
    assert [header for header in message.message().values() if "MARKER" in str(header)] == []
    for text in (message.body, html):
        assert "evil.example.org" not in text
        assert "https://evil" not in text
    # Words that look like a placeholder in a name stay words.
    assert "{reference}" in message.body


def test_a_no_names_the_next_calls_to_close_and_never_the_call_itself():
    """Guard: ``others`` in ``_context``; decisions can be announced while the call still takes answers."""
    call = CallPageFactory(now=NOW, title="The call itself", closes_at=NOW + timedelta(hours=1))
    for days in range(1, 6):
        CallPageFactory(now=NOW, title=f"Closes in {days}", closes_at=NOW + timedelta(days=days))
    text = letter_to(ApplicationFactory(call=call), Status.NOT_THIS_TIME).text
    named = [line.split(" takes answers")[0] for line in text.split("\n") if line.startswith("- ")]
    assert named[:3] == ["- Closes in 1", "- Closes in 2", "- Closes in 3"]
    assert "The call itself takes answers" not in text


def test_a_letter_is_written_once_for_each_key(application):
    shown = letter_to(application)
    with transaction.atomic():
        assert shown.write(at=NOW, key="one") == shown.write(at=NOW, key="one")
        shown.write(at=NOW, key="two")
    assert Letter.objects.count() == 2


def test_answers_to_a_letter_reach_the_contact_of_the_call(application):
    CallPage.objects.update(contact_email="chair@example.org")
    application.refresh_from_db()
    with transaction.atomic():
        letter = letter_to(application).write(at=NOW, key="one")
    assert letter.reply_to == "chair@example.org"


def test_letters_and_links_go_with_the_application(application):
    with transaction.atomic():
        letter_to(application).write(at=NOW, key="one")
    Application.objects.get().delete()
    assert (Letter.objects.count(), PersonalLink.objects.count()) == (0, 0)
