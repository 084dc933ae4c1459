"""Codes that open a closed call: shown once, used once, in time, and found by nobody who tries."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from wagtail.models import ModelLogEntry

from program.calls.forms import AnswerForm
from program.calls.models import Application, LateCode
from program.calls.services import answering, late_codes
from program.letters.models import Letter
from tests.browsing import form_in, send, text_of
from tests.factories import (
    AdministratorFactory,
    CallPageFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    as_posted,
    filled_in,
)
from tests.factories.clock import this_second
from tests.program.calls.forms_as_words import plain

pytestmark = pytest.mark.django_db
CODES = "/admin/calls/latecode/"
DAY = timedelta(days=1)


@pytest.fixture
def call():
    return CallPageFactory(closed=True)


@pytest.fixture
def typed(call):
    return {name: [value] for name, value in filled_in(call, secret=answering.new_secret()).items()}


def a_code(call, **more) -> str:
    values = {"who_for": "Ada", "opens_until": this_second() + DAY, "by": None, "at": this_second()}
    return late_codes.make(call=call, **(values | more))[1]


def test_a_code_opens_a_closed_call_to_one_answer(client, call, answer_address, typed):
    code = a_code(call)
    refused = client.get(answer_address)
    assert (refused.status_code, "You have a code" in text_of(refused)) == (403, True)
    form = send(client, answer_address, {"code": code.lower().replace("-", " "), "step": "code"})
    assert form.status_code == 200
    check = send(client, answer_address, form_in(form) | typed | {"step": ["check"]})
    sent = send(client, answer_address, form_in(check) | {"step": ["send"]})
    application = Application.objects.get()
    assert sent.status_code == 302
    assert (application.late_code, application.late_code.used_at) == (LateCode.objects.get(), application.received_at)
    again = send(client, answer_address, form_in(check) | {"step": ["send"]})
    assert again.url == f"{sent.url}?again=same"


def test_words_typed_too_late_come_along_when_a_code_is_typed(client, call, answer_address, typed):
    refused = send(client, answer_address, typed | {"step": ["send"]})
    assert refused.status_code == 403
    form = send(client, answer_address, form_in(refused) | {"code": [a_code(call)], "step": ["code"]})
    held = {name: value for name, value in plain(form_in(form)).items() if name in typed}
    assert held == plain(typed)


def test_an_answer_that_comes_after_the_code_was_used_gets_its_words_back(client, call, answer_address, typed):
    """Guard: ``opens`` in ``find``; without it both are stored."""
    code = a_code(call)
    first = send(client, answer_address, typed | {"code": [code], "step": ["check"]})
    other = typed | {"secret": [answering.new_secret()], "name": ["Bea Sample"], "code": [code], "step": ["send"]}
    send(client, answer_address, form_in(first) | {"step": ["send"]})
    refused = send(client, answer_address, other)
    assert (refused.status_code, Application.objects.count()) == (403, 1)
    assert "Bea Sample" in text_of(refused)


def test_a_code_that_was_used_since_it_was_looked_up_stores_nothing(call):
    """Guard: the second look in ``use``, under the lock."""
    _row, code = late_codes.make(call=call, who_for="Ada", opens_until=this_second() + DAY, by=None, at=this_second())
    found = late_codes.find(call=call, code=code, at=this_second())
    form = AnswerForm(call, as_posted(filled_in(call)))
    assert form.is_valid()

    def submit():
        return answering.submit(
            call=call,
            secret=answering.new_secret(),
            applicant=form.applicant,
            answers=form.answers,
            late_code=found,
            arrived_at=this_second(),
        )

    submit()
    with pytest.raises(late_codes.CodeUsedUp):
        submit()
    assert (Application.objects.count(), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize("make", ["unknown", "of another call", "over", "used", "short", "empty", "odd"])
def test_a_code_that_opens_nothing_says_what_to_do(client, call, answer_address, make):
    codes = {
        "unknown": lambda: "AAAAA-AAAAA",
        "of another call": lambda: a_code(CallPageFactory(closed=True)),
        "over": lambda: a_code(call, opens_until=this_second() - timedelta(seconds=1)),
        "used": lambda: a_code(call),
        "short": lambda: "AAAA",
        "empty": lambda: "",
        "odd": lambda: "\x00é" * 500,
    }
    code = codes[make]()
    if make == "used":
        LateCode.objects.update(used_at=this_second())
    refused = send(client, answer_address, {"code": code, "step": "code"})
    assert refused.status_code == 403
    assert "This code opens nothing here" in text_of(refused)
    assert "What you typed" not in text_of(refused)


def test_a_code_opens_to_its_last_second(call):
    code, until = a_code(call), LateCode.objects.get().opens_until
    assert late_codes.find(call=call, code=code, at=until) is not None
    assert late_codes.find(call=call, code=code, at=until + timedelta(seconds=1)) is None


def test_who_guesses_on_and_on_is_not_listened_to(call):
    """Guard: the count in ``guess``."""
    right = a_code(call)
    for _ in range(late_codes.MOST_WRONG_CODES):
        assert late_codes.guess(call=call, code="AAAAAAAAAA", sender="one", at=this_second()) is None
    with pytest.raises(late_codes.TooManyGuesses):
        late_codes.guess(call=call, code=right, sender="one", at=this_second())
    assert late_codes.guess(call=call, code=right, sender="another", at=this_second()) is not None


def test_the_code_itself_is_kept_nowhere(call):
    """Guard: ``_digest`` in ``make``."""
    code = a_code(call)
    row = str(LateCode.objects.values().get())
    assert code not in row
    assert code.replace("-", "") not in row


def test_a_code_outlives_a_new_secret_key(call, settings):
    code = a_code(call)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another one"
    assert late_codes.find(call=call, code=code, at=this_second()) is not None


@pytest.mark.parametrize(
    ("make", "may"),
    [(EditorFactory, False), (ReaderFactory, False), (ModeratorFactory, True), (AdministratorFactory, True)],
)
def test_only_who_decides_gives_codes_out(client, call, make, may):
    a_code(call)
    row = LateCode.objects.get()
    client.force_login(make())
    addresses = [CODES, f"{CODES}create/", f"{CODES}delete/{row.pk}/"]
    assert [client.get(address).status_code == 200 for address in addresses] == [may] * 3
    assert client.get(f"{CODES}edit/{row.pk}/").status_code != HttpResponse.status_code


def test_a_new_code_is_shown_once_and_opens_the_call(client, call):
    client.force_login(ModeratorFactory())
    until = (this_second() + 2 * DAY).strftime("%Y-%m-%d %H:%M:%S")
    made = {"call": call.pk, "who_for": "Ada, who was ill", "opens_until": until}
    page = client.post(f"{CODES}create/", made, follow=True)
    words = text_of(page, "body")
    code = words.partition("The code for Ada, who was ill is ")[2][:11]
    assert late_codes.find(call=call, code=code, at=this_second()) == LateCode.objects.get()
    assert code not in text_of(client.get(CODES), "body")


def test_a_code_for_a_time_that_has_passed_is_refused(client, call):
    client.force_login(ModeratorFactory())
    made = {"call": call.pk, "who_for": "Ada", "opens_until": "2020-01-01 12:00:00"}
    assert "This time has passed. Choose a later one." in text_of(client.post(f"{CODES}create/", made), "body")
    assert LateCode.objects.count() == 0


def test_a_code_that_was_used_can_not_be_taken_back(client, call):
    a_code(call)
    LateCode.objects.update(used_at=this_second())
    client.force_login(ModeratorFactory())
    client.post(f"{CODES}delete/{LateCode.objects.get().pk}/")
    assert LateCode.objects.count() == 1


def test_a_code_that_is_taken_back_is_named_nowhere_any_more(client, call):
    """Guard: ``TakeBackView``; the log of the site would go on naming whom it was for."""
    client.force_login(ModeratorFactory())
    until = {"opens_until": f"{this_second() + 2 * DAY:%Y-%m-%d %H:%M:%S}"}
    client.post(f"{CODES}create/", {"call": call.pk, "who_for": "Marked Name"} | until)
    assert ModelLogEntry.objects.filter(label__contains="Marked Name").exists()
    client.post(f"{CODES}delete/{LateCode.objects.get().pk}/")
    assert not LateCode.objects.exists()
    assert not ModelLogEntry.objects.filter(label__contains="Marked Name").exists()
