"""The list of calls and the page of a call, by the clock."""

from datetime import timedelta

from tests.browsing import soup, text_of
from tests.factories import NOW, CallPageFactory

SECOND = timedelta(seconds=1)


def test_each_call_is_shown_where_it_stands(client, db, arriving_at):
    arriving_at(NOW)
    open_now = CallPageFactory(now=NOW, title="Open by now")
    upcoming = CallPageFactory(now=NOW, title="To come", upcoming=True)
    closed = CallPageFactory(now=NOW, title="Closed long ago", closed=True)
    CallPageFactory(now=NOW, title="A draft", live=False)
    context = client.get("/calls/").context
    assert context["open_calls"] == [open_now]
    assert context["upcoming_calls"] == [upcoming]
    assert list(context["closed_calls"]) == [closed]


def test_a_call_says_by_its_state_whether_it_can_be_answered(client, arriving_at, call, answer_address):
    doors = {}
    for words, at in [
        ("before", call.opens_at - SECOND),
        ("open", call.opens_at),
        ("last", call.closes_at),
        ("after", call.closes_at + SECOND),
    ]:
        arriving_at(at)
        page = soup(client.get(call.get_url()))
        doors[words] = bool(page.select(f'main a[href="{answer_address}"]'))
    assert doors == {"before": False, "open": True, "last": True, "after": False}


def test_the_questions_are_shown_before_one_starts(client, call):
    words = text_of(client.get(call.get_url()))
    for question in call.questions.all():
        assert question.label in words


def test_the_result_of_a_call_is_not_shown_before_it_has_closed(client, arriving_at, call):
    call.result = "<p>Marker of the result.</p>"
    call.save_revision().publish()
    arriving_at(call.closes_at)
    assert "Marker of the result" not in client.get(call.get_url()).content.decode()
    arriving_at(call.closes_at + SECOND)
    assert "Marker of the result" in client.get(call.get_url()).content.decode()
