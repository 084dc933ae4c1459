"""The pages around being told when a call opens."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.enums import CallKind
from program.calls.models import CallSubscription
from program.calls.services import openings
from program.letters.models import Letter
from program.letters.services.asking import never_write
from program.letters.services.delivering import deliver_due
from program.links.services import issue, secret_of
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, CallIndexPageFactory, CallPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(home, arriving_at):
    arriving_at(NOW)


@pytest.fixture
def ask(client, arriving_at):
    def _ask(email="ada@example.org", at=NOW, after=timedelta(seconds=10), **changes):
        arriving_at(at)
        held = form_in(client.get("/be-told/"))
        arriving_at(at + after)
        return send(client, "/be-told/", held | {"email": email} | changes)

    return _ask


@pytest.fixture
def confirm_address(ask):
    ask()
    link = CallSubscription.objects.get().links.get(purpose="openings-confirm")
    return f"/my/calls-that-open/confirm/{secret_of(link)}/"


@pytest.fixture
def own_address():
    subscription = CallSubscription.objects.create(
        email="bea@example.org", kinds=[CallKind.BOARD], asked_at=NOW, confirmed_at=NOW, told_until=NOW
    )
    return f"/my/calls-that-open/{secret_of(issue(purpose='openings', target=subscription, at=NOW))}/"


def test_from_the_list_of_calls_onto_the_list_without_a_script_and_without_a_cookie(arriving_at):
    CallIndexPageFactory()
    client = Client(enforce_csrf_checks=True)
    page = client.get("/calls/")
    assert page.cookies == {}
    held = form_in(page, "form.be-told__form")
    arriving_at(NOW + timedelta(seconds=10))
    response = send(client, "/be-told/", held | {"email": "ada@example.org"})
    assert "Look for our letter" in text_of(client.get(response.url))
    assert Letter.objects.get().to == "ada@example.org"


def test_the_answer_is_the_same_to_the_byte_for_every_address(client, ask):
    never_write("never@example.org", NOW)
    CallSubscription.objects.create(email="on@example.org", asked_at=NOW, confirmed_at=NOW)
    answers = set()
    for email in ("new@example.org", "new@example.org", "never@example.org", "on@example.org"):
        response = ask(email)
        answers.add((response.status_code, response.url, client.get(response.url).content))
    response = ask("machine@example.org", website="x")
    answers.add((response.status_code, response.url, client.get(response.url).content))
    assert len(answers) == 1
    assert not CallSubscription.objects.filter(email="machine@example.org").exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"email": ""}, "Write your e-mail address."),
        ({"email": "nobody"}, "Write an e-mail address like name@example.org."),
        ({"kinds": "nonsense"}, "Choose from the list."),
        ({"after": timedelta(0)}, "press the button again"),
        ({"opened": ""}, "press the button again"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_sent(ask, changes, message):
    response = ask(**changes)
    assert soup(response).title.get_text().startswith("Error: ")
    assert message in text_of(response)
    assert (Letter.objects.count(), CallSubscription.objects.count()) == (0, 0)


def test_a_hundred_scanners_that_open_every_link_change_nothing(client, confirm_address, own_address):
    """Guard: only a POST acts."""
    before = list(CallSubscription.objects.order_by("pk").values())
    for _ in range(100):
        assert {client.get(each).status_code for each in (confirm_address, own_address)} == {200}
        client.head(confirm_address)
    assert list(CallSubscription.objects.order_by("pk").values()) == before


def test_the_press_puts_on_the_list_and_says_what_is_open(client, confirm_address):
    CallPageFactory(now=NOW, title="Open already")
    assert client.post(confirm_address).status_code == 302
    words = text_of(client.get(confirm_address))
    assert ("You are on the list" in words, "Open already" in words) == (True, True)
    assert CallSubscription.objects.get().confirmed_at == NOW + timedelta(seconds=10)


def test_somebody_on_the_list_chooses_what_they_hear_of(client, own_address):
    assert form_in(client.get(own_address))["kinds"] == ["board"]
    response = client.post(own_address, {"step": "choose", "kinds": ["panel", "board"]})
    assert "Your choice is kept" in text_of(client.get(response.url))
    assert CallSubscription.objects.get().kinds == ["panel", "board"]
    client.post(own_address, {"step": "choose", "kinds": "nonsense"})
    assert CallSubscription.objects.get().kinds == ["panel", "board"]


@pytest.mark.parametrize("data", [{"step": "leave"}, {"List-Unsubscribe": "One-Click"}, {}])
def test_one_press_or_one_click_of_the_mail_program_takes_off_the_list(own_address, data):
    """RFC 8058: a POST without a token or a cookie, answered without sending on."""
    response = Client(enforce_csrf_checks=True).post(own_address, data)
    assert (response.status_code, CallSubscription.objects.count()) == (200, 0)
    assert "You are off the list" in text_of(response)


def test_the_letter_carries_the_one_click_way_off_the_list(own_address, mailoutbox):
    CallSubscription.objects.update(told_until=NOW - timedelta(days=2))
    CallPageFactory(now=NOW, opens_at=NOW - timedelta(hours=1), kind=CallKind.BOARD)
    openings.tell_of_openings(NOW)
    deliver_due(clock=lambda: NOW)
    [mail] = mailoutbox
    address = mail.extra_headers["List-Unsubscribe"].strip("<>").split("//", 1)[1].partition("/")[2]
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert Client().post(f"/{address}", {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert CallSubscription.objects.count() == 0


def test_forged_expired_and_foreign_links_give_the_same_answer(client, arriving_at, confirm_address):
    subscription = CallSubscription.objects.get()
    foreign = secret_of(issue(purpose="openings", target=subscription, at=NOW))
    wrong = [f"/my/calls-that-open/confirm/{word}/" for word in (foreign, "x" * 43, "1")]
    wrong.append(f"/my/calls-that-open/{confirm_address.split('/')[-2]}/")
    assert {client.get(each).status_code for each in wrong} | {client.post(each).status_code for each in wrong} == {404}
    arriving_at(NOW + timedelta(days=8))
    assert (client.get(confirm_address).status_code, client.post(confirm_address).status_code) == (404, 404)
    assert CallSubscription.objects.get().confirmed_at is None


def test_none_of_the_pages_is_found_or_kept_by_others(client, confirm_address):
    response = client.get(confirm_address)
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in client.get("/be-told/")["X-Robots-Tag"]


def test_where_nothing_is_open_one_can_be_told(client):
    CallIndexPageFactory()
    closed = CallPageFactory(now=NOW, closed=True)
    assert soup(client.get("/calls/")).select('.empty a[href="#be-told"]')
    for address in ("/", closed.get_url()):
        assert soup(client.get(address)).select('main a[href="/be-told/"]')
