"""The link is the only way in, every wrong one looks the same, and looking changes nothing."""

from datetime import timedelta

import pytest
from django.core.serializers import serialize
from django.test import Client

from program.calls.models import Application, StatusChange
from program.calls.services.answering import new_secret
from program.letters.models import Letter
from program.links.models import PersonalLink
from program.links.services import issue, revoke, secret_of
from tests.factories import NOW, ApplicationFactory, CallPageFactory
from tests.program.calls.mine.conftest import bring

DOORS = ["", "withdraw/", "accept/", "turn-down/", "data/", "delete/"]


def link_to(application, **how) -> str:
    return secret_of(issue(purpose="application", target=application, at=NOW, **how))


def test_the_link_of_a_letter_opens_what_the_secret_of_the_form_opens(client, mine):
    by_link = client.get(f"/my-answers/{link_to(mine.application)}/")
    by_form = client.get(mine.address)
    assert by_link.context["application"] == by_form.context["application"] == mine.application


@pytest.mark.parametrize("door", DOORS)
def test_every_link_that_opens_nothing_gives_the_same_answer(client, mine, door):
    """Guards: ``owning.find``, ``links.services.find``. Unknown, misshapen, expired, revoked, for something else."""
    expired = link_to(mine.application, expires_at=NOW - timedelta(seconds=1))
    foreign = secret_of(issue(purpose="never", target=mine.application, at=NOW))
    revoked = link_to(mine.application)
    revoke(target=mine.application, at=NOW)
    wrong = [new_secret(), "x", "a" * 43, expired, foreign, revoked, mine.application.reference, "%00"]
    answers = [client.get(f"/my-answers/{each}/{door}") for each in wrong]
    assert {response.status_code for response in answers} == {404}
    assert len({response.content for response in answers}) == 1
    assert {client.post(f"/my-answers/{each}/withdraw/").status_code for each in wrong} == {404}
    assert not StatusChange.objects.exists()


@pytest.mark.parametrize("door", DOORS)
def test_no_page_is_kept_found_or_told_to_another_site(client, mine, door):
    """Guard: ``personal_page``."""
    bring(mine.application, "offered")
    response = client.get(mine.address + door)
    assert response.status_code == 200
    assert "noindex" in response["X-Robots-Tag"]
    assert "private" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"


def test_a_hundred_looks_change_nothing_and_the_link_still_works(client, mine):
    """Mail programs and scanners open every link of a letter, and follow what is behind it."""
    bring(mine.application, "offered")
    secret = link_to(mine.application)

    def everything():
        return [serialize("json", model.objects.all()) for model in (Application, StatusChange, Letter, PersonalLink)]

    before = everything()
    for _ in range(100 // len(DOORS)):
        for door in DOORS:
            assert client.get(f"/my-answers/{secret}/{door}").status_code == 200
    assert everything() == before
    client.post(f"/my-answers/{secret}/withdraw/")
    assert Application.objects.get().status == "withdrawn"


def test_the_forms_work_without_cookies(mine):
    """The address is the proof of who asks; a token would keep somebody without cookies from withdrawing."""
    Client(enforce_csrf_checks=True).post(f"{mine.address}withdraw/")
    assert Application.objects.get().status == "withdrawn"


def test_one_link_opens_one_application(client, mine):
    other = ApplicationFactory(call=CallPageFactory(now=NOW), name="Markerperson")
    assert "Markerperson" not in client.get(mine.address).content.decode()
    client.post(f"{mine.address}withdraw/")
    other.refresh_from_db()
    assert other.status == "received"
