"""The page of somebody whose name was put forward: they decide, and who may know of it."""

import re
from datetime import timedelta

import pytest

from program.calls.enums import ForwardState
from program.calls.models import Application, Draft, NameForward
from program.letters.models import Letter, NeverWrite
from program.links.models import PersonalLink
from program.links.services import issue, secret_of
from tests.browsing import form_in, send, text_of
from tests.factories import NOW, CallPageFactory, NameForwardFactory, filled_in

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


@pytest.fixture
def own():
    """The address of the colleague's own page, and the name put forward it is about."""
    forward = NameForwardFactory(
        call=CallPageFactory(now=NOW), at=NOW, by_name="Ada Sample", by_email="ada@example.org"
    )
    return f"/my/name-put-forward/{secret_of(forward.links.get(purpose='forward'))}/", forward


def test_nobody_else_finds_or_keeps_the_page(client, own):
    response = client.get(own[0])
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"]


def test_the_own_page_says_who_thought_of_them_and_why(client, arriving_at, own):
    arriving_at(NOW)
    page, forward = own
    words = text_of(client.get(page))
    assert "Ada Sample thought of you" in words
    assert forward.why in words
    assert "ada@example.org" not in client.get(page).content.decode()


def test_a_hundred_scanners_that_open_every_link_change_nothing(client, arriving_at, own):
    """Guard: only a POST acts."""
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


def test_the_colleague_goes_on_in_a_form_that_knows_them_and_sends_it(client, arriving_at, own):
    page, forward = own
    arriving_at(NOW + timedelta(minutes=1))
    begun = client.post(page, {"step": "begin", "may_tell": "on"})
    response = client.get(begun.url)
    held = form_in(response, "main form.form")
    assert (held["name"], held["email"]) == (["Sample Colleague"], [forward.colleague_email])
    assert held["put_forward_by"] == ["Ada Sample"]
    address = f"{forward.call.get_url()}answer/"
    answer = filled_in(forward.call, **{name: held[name] for name in ("name", "email", "secret", "put_forward_by")})
    assert send(client, address, answer | {"step": "send"}).status_code == 302
    application = Application.objects.get()
    forward.refresh_from_db()
    assert (application.forward, forward.state, Draft.objects.count()) == (forward, ForwardState.ANSWERED, 0)
    assert [letter.to for letter in Letter.objects.filter(kind="name_put_forward_news")] == ["ada@example.org"]
    assert "You have answered this call" in text_of(client.get(page))
    assert client.post(page, {"step": "begin"}).url == page
    assert Draft.objects.count() == 0


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
