"""Letters about drafts are no weapon: anybody can type any address."""

from program.calls.models import Draft
from program.calls.services import answering, drafting
from program.letters.models import Letter
from tests.browsing import send, text_of


def test_one_mailbox_is_one_however_its_address_is_written(client, call, answer_address, typed):
    """Guard: ``mailbox`` in ``_is_too_much``; what is behind a plus leads to the same person."""
    for number in range(5):
        each = typed | {"secret": [answering.new_secret()], "email": [f"Ada+{number}@example.org"]}
        send(client, answer_address, each | {"step": ["save"]})
    assert (Draft.objects.count(), Letter.objects.filter(kind="draft").count()) == (5, 3)


def test_one_sender_has_no_more_letters_written_than_one_sender_needs(client, call, answer_address, typed, monkeypatch):
    """Guard: ``FROM_ONE_SENDER``; a machine could write to thousands of strangers in our name."""
    monkeypatch.setattr(drafting, "FROM_ONE_SENDER", 2)
    pages = []
    for number in range(4):
        each = typed | {"secret": [answering.new_secret()], "email": [f"stranger-{number}@example.org"]}
        page = send(client, answer_address, each | {"step": ["save"]})
        pages.append(text_of(page).replace(f"stranger-{number}", "somebody"))
    assert (len(set(pages)), Draft.objects.count(), Letter.objects.filter(kind="draft").count()) == (1, 4, 2)
    send(client, answer_address, typed | {"step": ["save"]}, REMOTE_ADDR="192.0.2.7")
    assert Letter.objects.filter(kind="draft").count() == 3
