"""The pages of a name put forward: the form, what is said after it, and the colleague's own page."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from program.calls.enums import ForwardState
from program.calls.models import Application, Draft, NameForward
from program.letters.models import Letter, NeverWrite
from program.letters.services.asking import never_write
from program.links.models import PersonalLink
from program.links.services import issue, secret_of
from tests.browsing import form_in, send, soup, text_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory, NameForwardFactory

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


@pytest.fixture
def own():
    """The address of the colleague's own page, and the name put forward it is about."""
    forward = NameForwardFactory(
        call=CallPageFactory(now=NOW), at=NOW, by_name="Ada Sample", by_email="ada@example.org"
    )
    return f"/my/name-put-forward/{secret_of(forward.links.get(purpose='forward'))}/", forward


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


def test_neither_page_is_found_by_search_engines(client, address, own):
    for each in (address, f"{address}?sent=yes", own[0]):
        assert "noindex" in client.get(each)["X-Robots-Tag"]


def test_the_own_page_says_who_thought_of_them_and_why(client, arriving_at, own):
    arriving_at(NOW)
    page, forward = own
    words = text_of(client.get(page))
    assert "Ada Sample thought of you" in words
    assert forward.why in words
    assert "ada@example.org" not in client.get(page).content.decode()


def test_a_hundred_scanners_that_open_every_link_change_nothing(client, arriving_at, own):
    """Promise 13. Guard: only a POST acts."""
    arriving_at(NOW)
    page, _ = own
    never = secret_of(Letter.objects.get().own_links.get())
    before = NameForward.objects.values().get()
    for _ in range(100):
        client.get(page)
        client.head(page)
        client.get(f"/my/no-more-letters/{never}/")
    assert NameForward.objects.values().get() == before
    assert (Letter.objects.count(), NeverWrite.objects.count(), Draft.objects.count()) == (1, 0, 0)
    assert client.post(page, {"step": "decline"}).status_code == 302
    assert NameForward.objects.get().state == ForwardState.DECLINED


@pytest.mark.parametrize("step", ["decline", "keep", "begin", "nonsense", ""])
@pytest.mark.parametrize("ticked", [{}, {"may_tell": "on"}])
def test_the_colleague_says_what_they_want_and_who_may_know(client, arriving_at, own, step, ticked):
    arriving_at(NOW)
    page, forward = own
    assert client.post(page, {"step": step} | ticked).status_code == 302
    forward.refresh_from_db()
    states = {"decline": ForwardState.DECLINED, "begin": ForwardState.BEGUN}
    assert (forward.state, forward.may_tell) == (states.get(step, ForwardState.WRITTEN_TO), bool(ticked))
    told = [letter.to for letter in Letter.objects.exclude(kind="name_put_forward")]
    assert told == (["ada@example.org"] if step == "decline" and ticked else [])


def test_a_call_that_closed_meanwhile_is_not_begun(client, arriving_at, own):
    page, forward = own
    arriving_at(forward.call.closes_at + SECOND)
    assert "takes no more answers" in text_of(client.get(page))
    client.post(page, {"step": "begin"})
    forward.refresh_from_db()
    assert forward.state == ForwardState.WRITTEN_TO


def test_forged_foreign_expired_and_unknown_links_give_the_same_answer(client, arriving_at, own):
    page, forward = own
    foreign = secret_of(issue(purpose="application", target=forward, at=NOW))
    orphan = PersonalLink.objects.get(purpose="never")
    arriving_at(NOW)
    wrong = [page[:-2] + ("A" if page[-2] != "A" else "B") + "/", page.replace(page.split("/")[-2], foreign),
             page.replace(page.split("/")[-2], secret_of(orphan)), "/my/name-put-forward/1/"]  # fmt: skip
    answers = {(client.get(each).status_code, re.sub(r"/my/\S+?/", "", text_of(client.get(each)))) for each in wrong}
    arriving_at(forward.call.closes_at + timedelta(days=31))
    answers.add((client.get(page).status_code, text_of(client.get(page))))
    assert [status for status, _ in answers] == [404]
    assert {client.post(each, {"step": "decline"}).status_code for each in [*wrong, page]} == {404}


def test_the_link_in_the_letter_ends_all_such_letters(client, arriving_at, own):
    arriving_at(NOW)
    never = secret_of(Letter.objects.get().own_links.get())
    client.post(f"/my/no-more-letters/{never}/")
    NameForward.objects.all().update(at=NOW - timedelta(days=400))
    call = CallPageFactory(now=NOW)
    with pytest.raises(NameForward.DoesNotExist):
        NameForwardFactory(call=call, at=NOW, colleague_email=own[1].colleague_email)
    assert Application.objects.count() == 0
