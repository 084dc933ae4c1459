"""The pages on which decisions are announced: every letter before it goes, one button, and what came of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from program.calls.enums import Status
from program.calls.models import AnnouncedDecision, Announcement, Application
from program.calls.services import announcing, deciding
from program.calls.services.deciding_together import set_pending
from program.letters.models import Letter
from tests.browsing import form_in, send, soup, text_of
from tests.factories import (
    NOW,
    AdministratorFactory,
    ApplicationFactory,
    CallPageFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, closed=True, title="Book award jury", seats=1)


@pytest.fixture
def moderator(moderator, arriving_at):
    arriving_at(NOW)
    return moderator


@pytest.fixture
def decided(call, moderator) -> list[Application]:
    made = [ApplicationFactory(call=call, name=f"Applicant {number}") for number in range(3)]
    set_pending(applications=made[:2], to=Status.OFFERED, by=moderator.user, at=NOW)
    return made


@pytest.fixture
def address(call):
    return reverse("announce", args=[call.pk])


def test_the_dry_run_says_how_many_what_is_odd_and_every_letter(moderator, call, decided, address):
    response = moderator.get(address)
    words = text_of(response)
    assert "Offered 2 Waitlisted 0 Not this time 0" in words
    assert (
        "More places than seats: with these offers, 2 places are offered or accepted, and the call has 1 seat." in words
    )
    assert "1 application of this call waits without a decision and hears nothing now." in words
    assert [
        letter.select_one("pre").get_text().split("\n")[0]
        for letter in soup(response).select("details.announce-letter")
    ] == [
        "Dear Applicant 0,",
        "Dear Applicant 1,",
    ]
    assert "/my-answers/" not in response.content.decode()
    assert soup(response).select_one("form[method=post] button").get_text() == "Send 2 letters"
    assert (Letter.objects.count(), Announcement.objects.count()) == (0, 0)


def test_the_button_begins_and_leads_to_the_progress(moderator, call, decided, address):
    response = send(moderator, address, form_in(moderator.get(address), "form.announce-go"), follow=True)
    assert "0 of 2 done." in text_of(response)
    assert Letter.objects.count() == 0
    announcing.carry_out(NOW)
    after = moderator.get(response.redirect_chain[-1][0])
    assert "Done: 2 letters written." in text_of(after)


def test_pressed_twice_it_begins_once(moderator, call, decided, address):
    form = form_in(moderator.get(address), "form.announce-go")
    send(moderator, address, form)
    words = text_of(send(moderator, address, form, follow=True), "body")
    assert "Nothing was sent" in words
    assert (Announcement.objects.count(), AnnouncedDecision.objects.count()) == (1, 2)


def test_a_decision_made_after_the_dry_run_is_not_announced_unseen(moderator, call, decided, address):
    form = form_in(moderator.get(address), "form.announce-go")
    set_pending(applications=decided[2:], to=Status.WAITLISTED, by=moderator.user, at=NOW)
    assert "Nothing was sent" in text_of(send(moderator, address, form, follow=True), "body")
    assert Announcement.objects.count() == 0


def test_who_was_left_out_is_named_with_the_reason(moderator, call, decided):
    begun = announcing.begin(call=call, shown=announcing.fingerprint(call), by=moderator.user, at=NOW)
    deciding.move(application=decided[0], to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    announcing.carry_out(NOW)
    words = text_of(moderator.get(reverse("announcement", args=[begun.pk])))
    assert "Done: 1 letter written, 1 left out." in words
    assert f"{decided[0]} : Nothing was pending any more: it is “Withdrawn”." in words


def test_looking_at_either_page_moves_nothing(moderator, call, decided, address):
    begun = announcing.begin(call=call, shown=announcing.fingerprint(call), by=moderator.user, at=NOW)
    for _ in range(3):
        moderator.get(address)
        moderator.get(reverse("announcement", args=[begun.pk]))
    assert AnnouncedDecision.objects.waiting().count() == 2
    assert Letter.objects.count() == 0


def test_with_nothing_pending_the_page_says_what_to_do(moderator, call, address):
    assert "No decision of this call is pending" in text_of(moderator.get(address))


@pytest.mark.parametrize(
    ("make", "may"),
    [(EditorFactory, False), (ReaderFactory, False), (ModeratorFactory, True), (AdministratorFactory, True)],
)
def test_only_who_decides_gets_to_announce(client, call, moderator, decided, address, make, may):
    """Guard: ``may_announce``."""
    begun = announcing.begin(call=call, shown=announcing.fingerprint(call), by=moderator.user, at=NOW)
    client.force_login(make())
    answers = [client.get(address), client.get(reverse("announcement", args=[begun.pk])), client.post(address)]
    assert [answer.status_code == 302 and answer.url == reverse("wagtailadmin_home") for answer in answers] == [
        not may
    ] * 3
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[call.pk]))
    assert (address in edit.content.decode()) is may


def test_hundreds_of_letters_are_shown_page_by_page_and_sent_together(moderator, call, address):
    """Guard: ``Paginator`` in ``announce``; every letter can be read, none is put into words before it is shown."""
    made = [ApplicationFactory(call=call, name=f"Applicant {number}") for number in range(51)]
    set_pending(applications=made, to=Status.WAITLISTED, by=moderator.user, at=NOW)
    pages = [moderator.get(address, {"p": page}) for page in ("1", "2", "zzz")]
    assert [len(soup(page).select("details.announce-letter")) for page in pages] == [50, 1, 50]
    assert soup(pages[0]).select_one("form.announce-go button").get_text() == "Send 51 letters"
    send(moderator, address, form_in(pages[0], "form.announce-go"))
    assert AnnouncedDecision.objects.count() == 51


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_dry_run_takes_the_same_queries_but_for_the_letters_own_signature(
    moderator, call, address, number, django_assert_max_num_queries
):
    """Each letter asks for the association once: cheap, and said here."""
    made = [ApplicationFactory(call=call) for _ in range(number)]
    set_pending(applications=made, to=Status.WAITLISTED, by=moderator.user, at=NOW)
    moderator.get(address)
    with django_assert_max_num_queries(40 + number):
        moderator.get(address)


def test_the_front_page_says_what_waits(moderator, call, decided, arriving_at):
    front = reverse("wagtailadmin_home")
    assert "2 decisions made and not announced" in text_of(moderator.get(front), "body")
    announcing.begin(call=call, shown=announcing.fingerprint(call), by=moderator.user, at=NOW)
    arriving_at(NOW + timedelta(minutes=11))
    words = text_of(moderator.get(front), "body")
    assert "1 announcement that does not move on" in words
    assert "not announced" not in words
    announcing.carry_out(NOW)
    arriving_at(NOW + timedelta(days=16))
    words = text_of(moderator.get(front), "body")
    assert "2 offers not answered by their day" in words
    assert "does not move on" not in words
    register = reverse("calls_application_modeladmin_index")
    assert [len(soup(moderator.get(register, {"offer": each})).select("tbody tr")) for each in ("over", "open")] == [
        2,
        0,
    ]


class TestOneMove:
    """A single step can be told at once; the letter is shown, word for word, before it goes."""

    @pytest.fixture
    def door(self, decided):
        return reverse("move_application", args=[decided[0].pk])

    def test_the_letter_is_shown_first_and_then_sent(self, moderator, decided, door):
        form = form_in(moderator.get(door), "form:has([name=seen])")
        shown = send(moderator, door, form | {"to": "offered", "tell": "at_once"})
        assert "Dear Applicant 0," in text_of(shown)
        assert Letter.objects.count() == 0
        decided[0].refresh_from_db()
        assert decided[0].status == Status.RECEIVED
        done = send(moderator, door, form_in(shown, "form:has([name=letter_seen])"), follow=True)
        assert "A letter goes to the applicant." in text_of(done, "body")
        decided[0].refresh_from_db()
        assert (decided[0].status, Letter.objects.get().about) == (Status.OFFERED, decided[0])

    def test_a_letter_that_changed_meanwhile_is_shown_again(self, moderator, call, decided, door):
        """Guard: ``letter_seen`` against ``DecisionLetter.digest``."""
        form = form_in(moderator.get(door), "form:has([name=seen])")
        shown = send(moderator, door, form | {"to": "offered", "tell": "at_once"})
        Application.objects.update(email="elsewhere@example.org")
        again = send(moderator, door, form_in(shown, "form:has([name=letter_seen])"))
        assert "The letter changed while you looked at it." in text_of(again)
        assert Letter.objects.count() == 0

    def test_one_can_go_back_from_the_letter(self, moderator, decided, door):
        form = form_in(moderator.get(door), "form:has([name=seen])")
        shown = send(moderator, door, form | {"to": "offered", "tell": "at_once", "why": "Kept."})
        back = send(moderator, door, form_in(shown, "form:has([name=letter_seen])") | {"back": "1"})
        assert "Kept." in text_of(back)
        assert Letter.objects.count() == 0

    def test_a_step_without_a_letter_can_not_be_told(self, moderator, decided, door):
        response = send(moderator, door, {"to": "shortlisted", "seen": "received", "tell": "at_once", "why": ""})
        assert "There is no letter for “Shortlisted”." in text_of(response)

    def test_a_quiet_step_says_that_nobody_was_told(self, moderator, decided, door):
        response = send(
            moderator, door, {"to": "offered", "seen": "received", "tell": "nobody", "why": ""}, follow=True
        )
        assert "Nobody was written to." in text_of(response, "body")
        assert Letter.objects.count() == 0
