"""How the reading goes, for those who keep the register."""

import pytest

from program.calls.enums import Recommendation
from program.calls.models import Application, Conflict
from program.calls.reading_progress import progress_of, spreads_of
from program.calls.services import reading
from program.letters.models import Letter
from tests.browsing import send, soup, text_of
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    CallReaderFactory,
    CriterionFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return CallPageFactory(title="Sample jury", criteria=[CriterionFactory(name="Clear"), CriterionFactory(name="New")])


@pytest.fixture
def moderator(client):
    user = ModeratorFactory(email="moderator@example.org")
    client.force_login(user)
    return user


def record(application, user, *scores, recommendation=Recommendation.YES):
    named = dict(zip(("Clear", "New"), scores, strict=False))
    reading.record(
        application=application, reader=user, recommendation=recommendation, scores=named, comment="", at=NOW
    )


def test_progress_counts_what_is_done_left_and_given_up(call):
    first, second, _third, own = [ApplicationFactory(call=call, email=f"a{index}@example.org") for index in range(4)]
    reader = CallReaderFactory(page=call, user=ReaderFactory(email=own.email.upper())).user
    record(first, reader)
    reading.declare_conflict(application=second, reader=reader, why="", at=NOW)
    [progress] = progress_of(call)
    assert (progress.reader, progress.done, progress.left, progress.conflicts) == (reader, 1, 1, 1)


def test_what_is_left_is_what_the_reader_finds_to_read(call):
    """The count in Python and the read in the database are one rule."""
    applications = [ApplicationFactory(call=call, email=f"a{index}@example.org") for index in range(6)]
    for index in range(3):
        user = CallReaderFactory(page=call, user=ReaderFactory(email=f"A{index}@example.org")).user
        record(applications[(index + 1) % 6], user)
        reading.declare_conflict(application=applications[(index + 2) % 6], reader=user, why="", at=NOW)
    for each in progress_of(call):
        assert each.left == Application.objects.left_to(each.reader).filter(call=call).count()


def test_the_spread_has_one_mean_for_each_reader(call, moderator):
    application = ApplicationFactory(call=call)
    record(application, CallReaderFactory(page=call).user, 1, 2)
    record(application, CallReaderFactory(page=call).user, 5, 4, recommendation=Recommendation.NO)
    [spread] = spreads_of(call, moderator)
    assert (spread.means, spread.mean) == ([1.5, 4.5], 3.0)
    assert spread.recommendations == [("Yes", 1), ("Not this time", 1)]


def test_the_best_thought_of_comes_first_and_the_unread_last(client, call, moderator):
    reader = CallReaderFactory(page=call).user
    for name, score in (("Low", 2), ("High", 5), ("Unread", None)):
        application = ApplicationFactory(call=call, name=name)
        if score:
            record(application, reader, score, score)
    page = client.get(f"/admin/reading/{call.pk}/")
    links = soup(page).select("[aria-label='What they think'] tbody th a")
    assert [each.get_text() for each in links] == ["High", "Low", "Unread"]


def test_the_dots_are_said_in_words_and_those_that_meet_are_stacked(client, call, moderator):
    application = ApplicationFactory(call=call)
    for scores in ((1, 1), (5, 5), (5, 5)):
        record(application, CallReaderFactory(page=call).user, *scores)
    [plot] = soup(client.get(f"/admin/reading/{call.pk}/")).select("svg.spread-plot")
    dots = [(each["cx"], each["cy"]) for each in plot.select("circle")]
    assert plot["aria-label"] == "Means of each reader: 1.0, 5.0, 5.0"
    assert dots == [("8.0", "20"), ("192.0", "20"), ("192.0", "12")]


def test_an_application_of_their_own_is_in_nobodys_progress_page(client, call, moderator):
    ApplicationFactory(call=call, name="Mine", email=moderator.email)
    assert "Mine" not in client.get(f"/admin/reading/{call.pk}/").content.decode()


def test_the_calls_being_read_say_how_far_they_are(client, call, moderator):
    record(ApplicationFactory(call=call), CallReaderFactory(page=call).user, 3, 3)
    ApplicationFactory(call=call)
    CallPageFactory(title="Without readers")
    words = text_of(client.get("/admin/reading/"))
    assert "Sample jury 1 reader · 2 undecided, 1 of them read by nobody" in words
    assert "Without readers" not in words


def test_a_reminder_goes_to_those_who_are_ticked_after_every_letter_was_shown(client, call, moderator):
    ApplicationFactory(call=call)
    wanted, spared = [CallReaderFactory(page=call).user for _ in range(2)]
    address = f"/admin/reading/{call.pk}/remind/"
    shown = client.get(address)
    assert all(user.email in text_of(shown) for user in (wanted, spared))
    assert "1 application waits for you" in text_of(shown)
    send(client, address, {"reader": [str(wanted.pk)]})
    assert [letter.to for letter in Letter.objects.filter(kind="reading_reminder")] == [wanted.email]
    assert wanted.email not in text_of(client.get(address))


@pytest.mark.parametrize("chosen", [[], ["x"], ["0"], ["\x00"], ["99999999999999999999999"]])
def test_no_reader_ticked_or_nonsense_sends_nothing_and_says_so(client, call, moderator, chosen):
    ApplicationFactory(call=call)
    CallReaderFactory(page=call)
    response = send(client, f"/admin/reading/{call.pk}/remind/", {"reader": chosen}, follow=True)
    assert "tick at least one reader" in text_of(response, "body")
    assert not Letter.objects.filter(kind="reading_reminder").exists()


def test_a_slip_is_taken_back_by_those_who_decide_and_never_by_the_reader(client, call, moderator):
    """Guard: ``lift_conflict`` refuses who declared it; the address is no reader's anyway."""
    application = ApplicationFactory(call=call)
    reader = CallReaderFactory(page=call).user
    reading.declare_conflict(application=application, reader=reader, why="We share an office.", at=NOW)
    assert "We share an office." in text_of(client.get(f"/admin/reading/{call.pk}/"))
    conflict = Conflict.objects.get()
    address = f"/admin/reading/{call.pk}/lift/{conflict.pk}/"
    with pytest.raises(reading.NotTheirsToLift):
        reading.lift_conflict(conflict=conflict, by=reader, at=NOW)
    client.force_login(reader)
    assert client.post(address).status_code == 404
    client.force_login(moderator)
    assert client.get(address).status_code == 405
    send(client, address, {})
    assert not Conflict.objects.exists()
    assert Application.objects.to_read_by(reader).exists()


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_pages_take_the_same_queries_for_any_number(client, call, moderator, django_assert_num_queries, number):
    readers = [CallReaderFactory(page=call).user for _ in range(number)]
    applications = [ApplicationFactory(call=call) for _ in range(number)]
    for index, application in enumerate(applications):
        record(application, readers[index], 3, 4)
        record(application, readers[0], 2, 5)
    late = CallReaderFactory(page=call).user
    reading.declare_conflict(application=ApplicationFactory(call=call), reader=late, why="", at=NOW)
    pages = (("/admin/reading/", 12), (f"/admin/reading/{call.pk}/", 23), (f"/admin/reading/{call.pk}/remind/", 24))
    for address, queries in pages:
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
