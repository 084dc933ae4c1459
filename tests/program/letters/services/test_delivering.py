"""A letter gets there: never no copy, and a second one only under the same name. A real SMTP server listens."""

import socket
from datetime import timedelta

import pytest
from django.core import mail

from program.letters.enums import LetterState, TryOutcome
from program.letters.models import Letter
from program.letters.services import delivering
from program.letters.services.asking import never_write
from program.letters.services.delivering import deliver_due
from program.links.services import issue, secret_of
from tests.factories import NOW, RegionFactory

pytestmark = pytest.mark.django_db

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def deliver(at=NOW, **options):
    return deliver_due(clock=lambda: at, **options)


def state():
    letter = Letter.objects.get()
    return letter.state, [each.outcome for each in letter.tries.order_by("pk")]


def test_a_letter_is_sent_as_text_and_html_with_its_fixed_name(write_sample, mail_server):
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    letter = write_sample(context={"name": "Ada"}, links={"own": link}, reply_to="chair@example.org")
    assert deliver() == {TryOutcome.SENT: 1}
    assert state() == (LetterState.SENT, [TryOutcome.SENT])
    [message] = mail_server.received
    assert {name: message[name] for name in ("To", "Subject", "Message-ID", "Reply-To", "Auto-Submitted")} == {
        "To": "reader@example.org",
        "Subject": "A sample",
        "Message-ID": letter.message_id,
        "Reply-To": "chair@example.org",
        "Auto-Submitted": "auto-generated",
    }
    address = f"http://localhost:8000/my/no-more-letters/{secret_of(link)}/"
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert f"Read your answers again:\n{address}" in text.replace("\r\n", "\n")
    assert f'href="{address}"' in html
    assert ">Read your answers again</a>" in html


def test_many_letters_go_over_one_connection(write_sample, mail_server):
    for _ in range(5):
        write_sample()
    assert deliver() == {TryOutcome.SENT: 5}
    assert (len(mail_server.received), mail_server.connections) == (5, 1)


def test_nothing_is_sent_twice(write_sample, mail_server):
    write_sample()
    deliver()
    assert deliver(NOW + timedelta(days=30)) == {}
    assert len(mail_server.received) == 1


@pytest.mark.parametrize("reply", ["550 No such mailbox", "553 Not here"])
def test_a_refused_recipient_is_stuck_at_once(write_sample, mail_server, reply):
    """Guard: ``judge`` takes a 5xx to RCPT for the last word."""
    write_sample()
    mail_server.at_rcpt = reply
    deliver()
    assert state() == (LetterState.STUCK, [TryOutcome.PERMANENT])


def test_a_refused_letter_is_stuck_at_once_and_the_next_one_goes(write_sample, mail_server):
    refused = write_sample()
    mail_server.at_data = "554 We take this for spam"
    deliver()
    mail_server.at_data = ""
    write_sample()
    assert deliver() == {TryOutcome.SENT: 1}
    assert Letter.objects.get(pk=refused.pk).state == LetterState.STUCK


@pytest.mark.parametrize(("at_rcpt", "at_data"), [("450 Mailbox busy", ""), ("421 Closing", ""), ("", "452 Full")])
def test_a_passing_fault_is_tried_again(write_sample, mail_server, at_rcpt, at_data):
    write_sample()
    mail_server.at_rcpt, mail_server.at_data = at_rcpt, at_data
    deliver()
    assert state() == (LetterState.WAITING, [TryOutcome.TRANSIENT])
    mail_server.at_rcpt = mail_server.at_data = ""
    assert deliver(NOW + MINUTE - timedelta(seconds=1)) == {}
    deliver(NOW + MINUTE)
    assert state() == (LetterState.SENT, [TryOutcome.TRANSIENT, TryOutcome.SENT])
    assert len(mail_server.received) == 1


def test_a_busy_mailbox_does_not_hold_up_the_other_letters(write_sample, mail_server):
    write_sample(), write_sample()
    mail_server.at_rcpt = "450 Mailbox busy"
    assert deliver() == {TryOutcome.TRANSIENT: 2}


def test_a_server_that_closes_ends_the_round(write_sample, mail_server):
    write_sample(), write_sample()
    mail_server.at_rcpt = "421 Closing"
    assert deliver() == {TryOutcome.TRANSIENT: 1}


def test_a_server_that_breaks_off_after_the_letter_gets_it_again_under_the_same_name(write_sample, mail_server):
    """Guard: a broken-off talk counts as not sent, and the Message-ID is made when the letter is written."""
    letter = write_sample()
    mail_server.at_data = "break off"
    deliver()
    assert state() == (LetterState.WAITING, [TryOutcome.TRANSIENT])
    mail_server.at_data = ""
    deliver(NOW + MINUTE)
    assert state() == (LetterState.SENT, [TryOutcome.TRANSIENT, TryOutcome.SENT])
    assert mail_server.message_ids == {letter.message_id: 2}


def test_a_server_that_says_nothing_is_left_after_a_while(write_sample, mail_server):
    """Guard: EMAIL_TIMEOUT."""
    write_sample()
    mail_server.at_data = "hang"
    deliver()
    mail_server.at_data = ""
    assert state() == (LetterState.WAITING, [TryOutcome.TRANSIENT])


def test_a_server_that_refuses_the_connection_is_tried_again_for_two_days_with_growing_pauses(write_sample, settings):
    """Guard: ``PAUSES`` and ``GIVE_UP_AFTER``; promised is at least a day."""
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    with socket.socket() as taken:  # Bound, and not listening: whoever calls is refused.
        taken.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = taken.getsockname()[1]
        write_sample()
        at, pauses = NOW, []
        while Letter.objects.get().state == LetterState.WAITING:
            deliver(at)
            pauses.append(Letter.objects.get().next_try_at - at)
            at = Letter.objects.get().next_try_at
    assert at - NOW == timedelta(hours=48)
    assert pauses[:4] == [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE]
    assert max(pauses) == 4 * HOUR
    assert Letter.objects.get().state == LetterState.STUCK


@pytest.mark.parametrize(
    "address", ["", "no address", "a@example.org Bcc: b@example.org", "a@example.org,b@example.org"]
)
def test_what_is_no_address_is_stuck_and_reaches_nobody(write_sample, mail_server, address):
    """Guard: ``validate_address``; two addresses in one would be two copies."""
    write_sample(to=address)
    deliver()
    assert state() == (LetterState.STUCK, [TryOutcome.PERMANENT])
    assert mail_server.received == []


def test_headers_hold_nothing_a_stranger_typed(write_sample, mail_server):
    write_sample(to_name="Ada\r\nBcc: all@example.org", context={"name": "Ada\r\nBcc: all@example.org"})
    deliver()
    [message] = mail_server.received
    assert (message["To"], message["Bcc"]) == ("reader@example.org", None)


def test_the_html_links_to_this_site_alone(write_sample, mail_server):
    write_sample(context={"name": "<a href='https://evil.example'>Ada</a>", "call": "http://localhost:8000/admin/"})
    deliver()
    html = mail_server.received[0].get_body(("html",)).get_content()
    assert html.count("<a ") == html.count('href="http://localhost:8000/"') == 1


def test_a_letter_nobody_asked_for_says_how_to_have_no_more(write_sample, mail_server):
    write_sample(unsolicited=True)
    deliver()
    [message] = mail_server.received
    assert message["List-Unsubscribe"].strip().startswith("<http://localhost:8000/my/no-more-letters/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_who_asks_after_it_was_written_does_not_get_it(write_sample, mail_server):
    write_sample(unsolicited=True)
    never_write("reader@example.org", NOW)
    assert deliver() == {LetterState.DISCARDED: 1}
    assert (state(), mail_server.received) == ((LetterState.DISCARDED, []), [])


def test_a_letter_whose_link_was_deleted_is_stuck(write_sample, mail_server):
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    write_sample(links={"own": link})
    link.delete()
    deliver()
    assert (state(), mail_server.received) == ((LetterState.STUCK, [TryOutcome.PERMANENT]), [])


def test_what_the_server_said_is_kept_without_addresses_and_secrets(write_sample, mail_server):
    letter = write_sample()
    mail_server.at_rcpt = "550 <reader@example.org> unknown, see " + "x" * 43
    deliver()
    assert letter.tries.get().words == "550 (address) unknown, see …"


def test_a_worker_that_ended_over_a_letter_is_followed_by_another(write_sample, mail_server, monkeypatch):
    """Guard: the lease ends; without that a letter whose worker was killed would be sent by nobody."""
    letter = write_sample()
    monkeypatch.setattr(delivering, "_succeeded", lambda *_: None)  # The worker ends right after the server took it.
    deliver()
    monkeypatch.undo()
    assert state() == (LetterState.SENDING, [])
    assert deliver(NOW + delivering.LEASE - MINUTE) == {}
    deliver(NOW + delivering.LEASE)
    assert state() == (LetterState.SENT, [TryOutcome.INTERRUPTED, TryOutcome.SENT])
    assert mail_server.message_ids == {letter.message_id: 2}


def test_a_lease_that_ran_out_does_not_undo_what_another_worker_sent(write_sample, mail_server):
    write_sample()
    slow = delivering._lease(NOW)
    deliver(NOW + delivering.LEASE)
    delivering._failed(slow, delivering.judge(TimeoutError()), NOW + delivering.LEASE)
    assert state()[0] == LetterState.SENT


def test_a_round_ends_when_it_is_asked_to(write_sample, mail_server):
    write_sample(), write_sample()
    assert deliver(stopping=lambda: len(mail_server.received) == 1) == {TryOutcome.SENT: 1}


@pytest.mark.parametrize("setting", ["kept", "waiting"])
def test_nothing_leaves_where_nothing_shall(write_sample, settings, setting):
    """Guard: ``LETTERS_ARE``. A letter that a public site wrote goes on waiting for that site's worker."""
    write_sample()
    settings.LETTERS_ARE = setting
    assert deliver() == {}
    assert (state(), mail.outbox) == ((LetterState.WAITING, []), [])


def test_any_backend_of_django_will_do(write_sample):
    letter = write_sample()
    deliver()
    assert [message.extra_headers["Message-ID"] for message in mail.outbox] == [letter.message_id]
