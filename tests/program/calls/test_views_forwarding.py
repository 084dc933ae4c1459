"""The pages of a name put forward: the form, what is said after it, and the colleague's own page."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.models import NameForward
from program.letters.models import Letter
from program.letters.services.asking import never_write
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
TYPED = {
    "colleague_name": "Bea Sample",
    "colleague_email": "bea@example.org",
    "why": "Your story time is copied everywhere.\r\nSo is your patience.",
    "by_name": "Ada Sample",
    "by_email": "ada@example.org",
}


@pytest.fixture
def call(arriving_at):
    arriving_at(NOW)
    return CallPageFactory(now=NOW)


@pytest.fixture
def address(call):
    return f"{call.get_url()}forward/"


@pytest.fixture
def put_forward(client, address, arriving_at):
    """Opens the form, fills it in and sends it half a minute later."""

    def _put_forward(*, after=timedelta(seconds=30), **changes):
        arriving_at(NOW)
        held = form_in(client.get(address))
        arriving_at(NOW + after)
        return send(client, address, held | TYPED | changes)

    return _put_forward


def test_an_open_call_leads_to_the_form_and_a_closed_one_does_not(client, arriving_at, call, address):
    shown = {}
    for words, at in [("open", NOW), ("last", call.closes_at), ("closed", call.closes_at + SECOND)]:
        arriving_at(at)
        shown[words] = bool(soup(client.get(call.get_url())).select(f'main a[href="{address}"]'))
        assert client.get(address).status_code == (200 if shown[words] else 403)
    assert shown == {"open": True, "last": True, "closed": False}


def test_the_form_says_what_happens_before_anything_is_sent(client, address):
    words = text_of(client.get(address))
    assert "We write one letter to them. It says who thought of them and why." in words
    assert "You hear only what they choose to tell you." in words


def test_a_name_is_put_forward_without_a_script(client, put_forward):
    response = put_forward()
    assert response.status_code == 302
    assert "Thank you for thinking of somebody" in text_of(client.get(response.url))
    forward = NameForward.objects.get()
    assert (forward.colleague_name, forward.why) == ("Bea Sample", TYPED["why"].replace("\r\n", "\n"))
    assert Letter.objects.get().to == "bea@example.org"


def test_the_answer_is_the_same_to_the_byte_whatever_is_known(client, put_forward, call):
    """Guard: ``put_forward`` of the service returns nothing, and the page has no word of the colleague."""
    never_write("never@example.org", NOW)
    ApplicationFactory(call=call, email="applied@example.org", arrived_at=NOW)
    answers = set()
    for known in ("new@example.org", "new@example.org", "never@example.org", "applied@example.org"):
        response = put_forward(colleague_email=known)
        page = client.get(response.url)
        answers.add((response.status_code, response.url, page.status_code, page.content))
    machine = put_forward(website="https://example.org/", colleague_email="other@example.org")
    answers.add((machine.status_code, machine.url, 200, client.get(machine.url).content))
    assert len(answers) == 1
    assert [letter.to for letter in Letter.objects.filter(kind="name_put_forward")] == ["new@example.org"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("by_name", "", "Write your name: they are told who thought of them."),
        ("by_email", "", "Write your e-mail address."),
        ("colleague_name", " ", "Write the name of your colleague."),
        ("colleague_email", "nobody", "Write an e-mail address like name@example.org."),
        ("why", "", "Write why you thought of them."),
        ("why", "x" * 601, "Shorten this to 600 characters or fewer; it has 601 now."),
        ("by_name", "a\x00b", "This holds a character that can't be stored."),
    ],
)
def test_a_mistake_is_named_at_its_field_and_nothing_typed_is_lost(put_forward, field, value, message):
    response = put_forward(**{field: value})
    page = soup(response)
    assert page.title.get_text().startswith("Error: ")
    assert message in page.select_one("[data-error-summary]").get_text(" ")
    assert message in page.select_one(f"#id_{field}_error").get_text(" ")
    held = form_in(response)
    assert all(held[name] == [TYPED[name].replace("\r\n", "\n")] for name in TYPED if name != field)
    assert NameForward.objects.count() == 0


def test_six_hundred_characters_with_breaks_are_not_too_many(put_forward):
    assert put_forward(why="x\r\n" * 300).status_code == 302


def test_ones_own_name_is_met_with_a_kind_word_and_the_way_to_answer(put_forward, call):
    response = put_forward(colleague_email="ADA+other@example.org")
    assert "Nobody has to put you forward" in text_of(response)
    assert soup(response).select(f'main a[href="{call.get_url()}answer/"]')
    assert NameForward.objects.count() == 0


@pytest.mark.parametrize("changes", [{"after": SECOND}, {"after": timedelta(hours=25)}, {"opened": "forged"}])
def test_a_form_sent_too_fast_or_too_late_comes_back_filled_in_and_can_be_sent(client, put_forward, address, changes):
    """Guard: ``QuietForm.clean``."""
    response = put_forward(**changes)
    assert response.status_code == 200
    assert "press the button again" in text_of(response)
    assert NameForward.objects.count() == 0


def test_the_form_that_came_back_is_sent_by_pressing_again(client, put_forward, address, arriving_at):
    held = form_in(put_forward(after=SECOND))
    arriving_at(NOW + timedelta(seconds=20))
    assert send(client, address, held).status_code == 302
    assert NameForward.objects.count() == 1


def test_a_doubled_send_is_one_name_and_one_letter(put_forward):
    assert [put_forward().status_code for _ in range(3)] == [302] * 3
    assert (NameForward.objects.count(), Letter.objects.count()) == (1, 1)


def test_a_lost_token_keeps_what_was_typed_and_stores_nothing(address, call, arriving_at):
    client = Client(enforce_csrf_checks=True)
    held = form_in(client.get(address)) | TYPED
    del held["csrfmiddlewaretoken"]
    arriving_at(NOW + timedelta(minutes=1))
    response = send(client, address, held)
    assert "nothing was sent" in text_of(response)
    assert form_in(response)["why"] == [TYPED["why"].replace("\r\n", "\n")]
    assert NameForward.objects.count() == 0


def test_neither_page_is_found_by_search_engines(client, address):
    for each in (address, f"{address}?sent=yes"):
        assert "noindex" in client.get(each)["X-Robots-Tag"]
