"""The register of letters as staff see it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from program.letters.enums import LetterState
from program.letters.models import Letter
from program.letters.services.delivering import deliver_due
from program.links.services import issue, secret_of
from tests.browsing import soup, text_of
from tests.factories import (
    NOW,
    AdministratorFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db

REGISTER = "/admin/letters/letter/"


def listed(response) -> list[str]:
    return [row.select_one("td").get_text().strip().split("\n")[0] for row in soup(response).select("tbody tr")]


def doors(letter) -> list[str]:
    return [
        REGISTER,
        f"{REGISTER}inspect/{letter.pk}/",
        reverse("resend_letter", args=[letter.pk]),
        reverse("discard_letter", args=[letter.pk]),
    ]


def test_the_register_has_each_letter_the_latest_first(moderator, write_sample):
    for days, subject in enumerate(("First", "Second", "Third")):
        write_sample(subject=subject, at=NOW + timedelta(days=days))
    assert listed(moderator.get(REGISTER)) == ["Third", "Second", "First"]


def test_the_register_is_searched_by_address_and_subject_and_narrowed_by_state_and_kind(moderator, write_sample):
    wanted = write_sample(subject="Wanted", to="wanted@example.org", template="letters/sample.txt", kind="receipt")
    write_sample(subject="Other")
    Letter.objects.filter(pk=wanted.pk).update(state=LetterState.STUCK)
    for query in ({"q": "wanted@"}, {"q": "Wanted"}, {"state__exact": "stuck"}, {"kind": "receipt"}):
        assert listed(moderator.get(REGISTER, query)) == ["Wanted"]


def test_the_kind_of_a_letter_is_words_in_the_list_and_in_its_filter(moderator, write_sample):
    """Guard: ``kind_in_words``."""
    write_sample(template="letters/sample.txt", kind="sample_kept")
    shown = text_of(moderator.get(REGISTER), "main")
    assert shown.count("Sample kept") == 2
    assert "sample_kept" not in shown


@pytest.mark.parametrize(
    "query", ["resent_by__password__startswith=p", "to__contains=r", "text__contains=x", "q=%00", "kind=%00", "p=zzz"]
)
def test_a_lookup_that_the_list_does_not_offer_leads_to_the_whole_list(moderator, write_sample, query):
    """Guard: ``LOOKUPS``; a list that answers any question would tell what it does not show."""
    write_sample()
    response = moderator.get(f"{REGISTER}?{query}", follow=True)
    assert listed(response) == ["A sample"]


@pytest.mark.parametrize(
    ("make", "status"),
    [(EditorFactory, 302), (ReaderFactory, 302), (ModeratorFactory, 200), (AdministratorFactory, 200)],
)
def test_letters_are_for_moderators_and_administrators(client, write_sample, make, status):
    """Guard: ``may_see_letters`` and ``may_manage_letters``, asked at every door."""
    letter = write_sample(context={"name": "marker"})
    client.force_login(make())
    responses = [client.get(door) for door in doors(letter)]
    assert {response.status_code for response in responses} == {status}
    assert any("marker" in response.content.decode() for response in responses) is (status == 200)


def test_nobody_sees_letters_without_logging_in(client, write_sample):
    assert {client.get(door).status_code for door in doors(write_sample())} == {302}


@pytest.mark.parametrize("action", ["inspect", "resend", "discard"])
@pytest.mark.parametrize("key", ["999999", "zzz", "0"])
def test_a_letter_that_is_none_is_an_unknown_address(moderator, action, key):
    assert moderator.get(f"{REGISTER}{action}/{key}/").status_code == 404


def test_a_letter_is_read_without_the_personal_link_in_it(moderator, write_sample):
    """Guard: ``text_for_staff``; with the link, staff could answer in an applicant's name."""
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    letter = write_sample(context={"name": "<script>Ada"}, links={"own": link})
    response = moderator.get(f"{REGISTER}inspect/{letter.pk}/")
    words = text_of(response, "body")
    assert "Dear <script>Ada," in words
    assert "(personal link)" in words
    assert secret_of(link) not in response.content.decode()
    assert "<script>Ada" not in response.content.decode()


def test_the_page_of_a_letter_tells_each_try(moderator, write_sample, mail_server):
    letter = write_sample()
    mail_server.at_rcpt = "550 No such mailbox"
    deliver_due(clock=lambda: NOW)
    assert "Refused. 550 No such mailbox" in text_of(moderator.get(f"{REGISTER}inspect/{letter.pk}/"), "body")


@pytest.mark.parametrize(
    ("state", "words"),
    [(LetterState.KEPT, "It stays in this list, and its links work here."), (LetterState.WAITING, "Nobody has tried")],
)
def test_the_page_of_a_letter_that_was_not_tried_says_why(moderator, write_sample, state, words):
    letter = write_sample()
    Letter.objects.filter(pk=letter.pk).update(state=state)
    assert words in text_of(moderator.get(f"{REGISTER}inspect/{letter.pk}/"), "body")


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [("resend", LetterState.STUCK, LetterState.WAITING), ("discard", LetterState.WAITING, LetterState.DISCARDED)],
)
def test_opening_the_page_changes_nothing_and_the_button_does(moderator, write_sample, action, before, after):
    letter = write_sample()
    Letter.objects.filter(pk=letter.pk).update(state=before)
    address = reverse(f"{action}_letter", args=[letter.pk])
    assert "reader@example.org" in text_of(moderator.get(address), "body")
    assert Letter.objects.get().state == before
    moderator.post(address)
    assert Letter.objects.get().state == after


def test_what_does_not_fit_any_more_is_told(moderator, write_sample):
    letter = write_sample()
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENDING)
    address = reverse("discard_letter", args=[letter.pk])
    assert "That can't be done with it." in text_of(moderator.get(address), "body")
    assert "Nothing was done" in text_of(moderator.post(address, follow=True), "body")


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_register_takes_the_same_queries_for_any_number(moderator, write_sample, django_assert_num_queries, number):
    for _ in range(number):
        write_sample(about=RegionFactory())
    moderator.get(REGISTER)  # what a process remembers for good: content types, the site
    with django_assert_num_queries(18):
        moderator.get(REGISTER)


def attention(client):
    client.force_login(ModeratorFactory())
    return text_of(client.get(reverse("wagtailadmin_home")), "#attention, body")


def test_the_front_page_of_the_admin_tells_of_stuck_and_of_late_letters(client, write_sample, arriving_at):
    stuck = write_sample()
    Letter.objects.filter(pk=stuck.pk).update(state=LetterState.STUCK)
    write_sample(), write_sample()
    arriving_at(NOW + timedelta(minutes=59, seconds=59))
    words = attention(client)
    assert "1 letter is stuck" in words
    assert "should have left" not in words
    arriving_at(NOW + timedelta(hours=1))
    assert "2 letters should have left over an hour ago: does the worker run?" in attention(client)


def test_the_front_page_says_when_letters_cannot_leave_at_all(client, write_sample, settings):
    settings.LETTERS_ARE = "waiting"
    write_sample()
    assert "1 letter can't leave: EMAIL_URL is not set" in attention(client)
