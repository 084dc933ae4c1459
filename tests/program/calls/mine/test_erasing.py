"""Asking for deletion: at once where nobody weighs the answers, else by staff, who are told."""

import pytest

from program.calls.enums import Status
from program.calls.models import Application, ApplicationCount, StatusChange
from program.files.models import PrivateFile
from program.letters.models import Letter
from program.links.models import PersonalLink
from tests.browsing import text_of
from tests.factories import ApplicationFactory, CallPageFactory
from tests.program.calls.mine.conftest import bring, send_a_file

AT_ONCE = {Status.RECEIVED, Status.NOT_THIS_TIME, Status.TURNED_DOWN, Status.WITHDRAWN}


def ask(client, mine):
    return client.post(f"{mine.address}delete/")


@pytest.mark.parametrize("status", sorted(AT_ONCE))
def test_it_is_gone_at_once_where_nobody_weighs_it(client, mine, status):
    send_a_file(mine.application)
    bring(mine.application, status)
    assert "Delete my answers now" in text_of(client.get(f"{mine.address}delete/"))
    assert "Your answers are deleted" in text_of(ask(client, mine))
    for model in (Application, StatusChange, PrivateFile, PersonalLink):
        assert not model.objects.exists()
    assert ApplicationCount.objects.count() == 1
    assert client.get(mine.address).status_code == 404


@pytest.mark.parametrize("status", sorted(set(Status) - AT_ONCE))
def test_what_is_being_weighed_is_deleted_by_staff_and_can_be_withdrawn_first(client, mine, status):
    bring(mine.application, status)
    assert "Ask for deletion" in text_of(client.get(f"{mine.address}delete/"))
    assert ask(client, mine).url == mine.address
    assert Application.objects.get().deletion_asked_at is not None
    assert "it is being seen to" in text_of(client.get(mine.address))
    client.post(f"{mine.address}withdraw/", {"why": ""})
    ask(client, mine)
    assert not Application.objects.exists()


def test_one_letter_confirms_a_deletion_and_leads_nowhere(client, mine):
    ask(client, mine)
    letter = Letter.objects.get()
    assert (letter.kind, letter.to, letter.about) == ("application_deleted", mine.application.email, None)
    assert mine.application.reference in letter.text
    assert not letter.letter_links.exists()


def test_asking_twice_asks_once(client, mine):
    bring(mine.application, Status.IN_REVIEW)
    ask(client, mine)
    first = Application.objects.get().deletion_asked_at
    ask(client, mine)
    assert Application.objects.get().deletion_asked_at == first
    assert Letter.objects.filter(kind="application_deletion_asked").count() == 1


def test_pressing_twice_deletes_once(client, mine):
    ask(client, mine)
    assert ask(client, mine).status_code == 404
    assert Letter.objects.filter(kind="application_deleted").count() == ApplicationCount.objects.count() == 1


def test_looking_at_the_page_deletes_nothing(client, mine):
    client.get(f"{mine.address}delete/")
    assert Application.objects.exists()


def test_other_applications_stay(client, mine):
    other = ApplicationFactory(call=CallPageFactory())
    ask(client, mine)
    assert list(Application.objects.all()) == [other]


def test_staff_are_told_who_asks(client, mine):
    bring(mine.application, Status.IN_REVIEW)
    ask(client, mine)
    assert list(Application.objects.asking_for_deletion()) == [mine.application]
