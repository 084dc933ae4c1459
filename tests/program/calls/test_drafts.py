"""Drafts: kept where somebody asks for it, found again by a link, gone once sent."""

from datetime import timedelta

import pytest
from django.test import Client

from program.calls.enums import QuestionKind
from program.calls.models import Application, Draft
from program.calls.services import answering, keeping
from program.files.models import PrivateFile
from program.letters.models import Letter
from program.links.models import PersonalLink
from tests.browsing import form_in, send, send_files, text_of
from tests.factories import CallPageFactory, QuestionFactory
from tests.factories.files import pdf, uploaded
from tests.program.calls.forms_as_words import plain

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _base(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://example.org"


def held(page, names):
    return {name: value for name, value in plain(form_in(page)).items() if name in names}


def test_a_draft_needs_an_address_and_nothing_else(client, call, answer_address, typed):
    page = send(client, answer_address, {"secret": typed["secret"], "city": "Sampleton", "step": "save"})
    assert [error[0] for error in page.context["errors"]] == ["id_email"]
    assert (Draft.objects.count(), Letter.objects.count()) == (0, 0)
    page = send(client, answer_address, form_in(page) | {"email": ["ada@example.org"], "step": ["save"]})
    assert text_of(page, "h1") == "Your draft is kept"
    draft = Draft.objects.get()
    assert (draft.email, draft.data["city"], draft.expires_at) == (
        "ada@example.org",
        ["Sampleton"],
        call.closes_at + 7 * DAY,
    )
    assert Letter.objects.get().to == "ada@example.org"


def test_by_the_link_every_field_is_as_it_was(client, call, answer_address, typed, draft_address):
    """Guard: ``drafting.save``; what a browser posts and what the link shows are compared field by field."""
    unfinished = typed | {"question-about_url": ["no address yet"], "agreement": [], "name": [""]}
    send(client, answer_address, unfinished | {"part": ["3"], "step": ["save"]})
    page = client.get(draft_address())
    assert (page.status_code, text_of(page, ".form__progress"), page.context["errors"]) == (200, "Part 3 of 5", [])
    words = plain({name: value for name, value in unfinished.items() if value})
    assert {k: v for k, v in plain(form_in(page)).items() if k in words} == words | {"secret": form_in(page)["secret"]}
    assert page["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in page["Cache-Control"]


def test_opening_the_link_a_hundred_times_changes_nothing(client, call, answer_address, typed, draft_address):
    send(client, answer_address, typed | {"step": ["save"]})
    before = Draft.objects.values().get()
    assert {client.get(draft_address()).status_code for _ in range(100)} == {200}
    assert Draft.objects.values().get() == before
    assert Letter.objects.count() == 1


def test_a_draft_that_is_sent_is_one_application_whichever_page_sends_it(
    client, call, answer_address, typed, draft_address
):
    """Guard: one key for the form and the link of its draft (``form_secrets.look_up``)."""
    send(client, answer_address, typed | {"step": ["save"]})
    address = draft_address()
    by_link = form_in(client.get(address))
    assert by_link["secret"] != typed["secret"]
    first = send(client, answer_address, by_link | typed | {"secret": by_link["secret"], "step": ["send"]})
    assert (first.status_code, Application.objects.count(), Draft.objects.count()) == (302, 1, 0)
    again = send(client, answer_address, by_link | typed | {"secret": by_link["secret"], "step": ["send"]})
    from_the_first_page = send(client, answer_address, typed | {"step": ["send"]})
    assert (again.status_code, from_the_first_page.status_code, Application.objects.count()) == (302, 200, 1)
    assert text_of(from_the_first_page, "h1") == "We already have these answers"
    assert client.get(first.url).status_code == 200
    # The letter about the draft is gone; its link leads to what it became.
    assert [letter.kind for letter in Letter.objects.all()] == ["application_received"]
    assert client.get(address).url == first.url


@pytest.fixture
def call_for_a_file(db):
    return CallPageFactory(questions=[QuestionFactory(label="Resume", field_type=QuestionKind.FILE)])


def test_a_draft_keeps_its_files_and_lets_them_be_replaced(client, call_for_a_file, typed, draft_address):
    address = f"{call_for_a_file.get_url()}answer/"
    about = {name: value for name, value in typed.items() if not name.startswith("question-")}
    send_files(client, address, about | {"step": "save"}, question__resume=uploaded(pdf(), "one.pdf"))
    draft = Draft.objects.get()
    assert PrivateFile.objects.get().owner == draft
    page = client.get(draft_address())
    assert "one.pdf" in text_of(page)
    secret = form_in(page)["secret"][0]
    bad = about | {"secret": secret, "step": "check"}
    wrong = send_files(client, address, bad, question__resume=uploaded(b"", "two.pdf"))
    assert "one.pdf" in text_of(wrong)
    other = send_files(client, address, bad, question__resume=uploaded(pdf(2), "two.pdf"))
    assert "two.pdf" in text_of(other)
    assert PrivateFile.objects.get().owner == draft
    send(client, address, form_in(other) | {"step": ["send"]})
    assert (PrivateFile.objects.get().name, PrivateFile.objects.get().owner) == ("two.pdf", Application.objects.get())


def test_a_file_that_is_not_taken_is_told_where_the_draft_is_saved(client, call_for_a_file, typed):
    address = f"{call_for_a_file.get_url()}answer/"
    about = {name: value for name, value in typed.items() if not name.startswith("question-")}
    page = send_files(client, address, about | {"step": "save"}, question__resume=uploaded(b"", "empty.pdf"))
    assert "A file was not taken, all else is kept. Resume This file is empty." in text_of(page)
    assert Draft.objects.count() == 1


def test_three_letters_a_day_and_the_same_page_each_time(client, call, answer_address, typed):
    """Guard: ``LETTERS_A_DAY`` in ``_write``; whether a letter went out is told to nobody."""
    pages = [send(client, answer_address, typed | {"step": ["save"]}) for _ in range(5)]
    assert len({text_of(page) for page in pages}) == 1
    other = typed | {"secret": [answering.new_secret()]}
    assert text_of(send(client, answer_address, other | {"step": ["save"]})) == text_of(pages[0])
    assert Letter.objects.filter(kind="draft").count() == 3


def test_without_its_token_a_page_has_no_letter_written(call, answer_address, typed):
    """Guard: ``token_is_gone`` in ``_save``; another site could write to anybody through a visitor's browser."""
    client = Client(enforce_csrf_checks=True)
    page = send(client, answer_address, typed | {"step": ["save"]})
    assert (Draft.objects.count(), Letter.objects.count()) == (0, 0)
    assert {name: value for name, value in held(page, typed).items() if name != "secret"} == {
        name: value for name, value in plain(typed).items() if name != "secret"
    }
    send(client, answer_address, form_in(page) | {"step": ["save"]})
    assert (Draft.objects.count(), Letter.objects.count()) == (1, 1)


def test_another_address_ends_the_link_that_went_to_the_first(client, call, answer_address, typed, draft_address):
    """Guard: ``revoke`` in ``save``; the first address may be a stranger's."""
    send(client, answer_address, typed | {"step": ["save"]})
    first = draft_address()
    send(client, answer_address, typed | {"email": ["right@example.org"], "step": ["save"]})
    second = draft_address()
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)


def test_the_page_goes_on_with_a_link_that_opens(client, call, answer_address, typed, draft_address):
    send(client, answer_address, typed | {"step": ["save"]})
    by_link = form_in(client.get(draft_address()))
    changed = by_link | typed | {"secret": by_link["secret"], "email": ["right@example.org"], "step": ["save"]}
    saved = send(client, answer_address, changed)
    page = send(client, answer_address, form_in(saved) | {"step": ["change"]})
    assert page.context["draft"] == Draft.objects.get()


def test_as_one_types_a_draft_that_is_there_is_kept(client, call, answer_address, typed, arriving_at):
    send(client, answer_address, typed | {"step": ["save"]})
    moment = arriving_at(Draft.objects.get().saved_at + timedelta(minutes=5))
    kept = send(client, answer_address, typed | {"city": ["Elsewhere"], "step": ["keep"]})
    draft = Draft.objects.get()
    assert (kept.status_code, draft.data["city"], draft.saved_at) == (200, ["Elsewhere"], moment)
    assert kept.json()["kept_at"].endswith("m")
    assert Letter.objects.count() == 1


def test_as_one_types_nothing_is_kept_that_nobody_asked_to_keep(client, call, answer_address, typed):
    """Guard: ``update`` makes no draft; consent is pressing the button."""
    assert send(client, answer_address, typed | {"step": ["keep"]}).status_code == 409
    assert Draft.objects.count() == 0


def test_what_is_typed_in_another_tab_after_sending_makes_no_draft_again(client, call, answer_address, typed):
    send(client, answer_address, typed | {"step": ["save"]})
    send(client, answer_address, typed | {"step": ["send"]})
    assert send(client, answer_address, typed | {"step": ["keep"]}).status_code == 409
    assert Draft.objects.count() == 0


def test_a_draft_that_comes_too_late_gives_its_words_back(
    client, call, answer_address, typed, draft_address, arriving_at
):
    send(client, answer_address, typed | {"step": ["save"]})
    address = draft_address()
    arriving_at(call.closes_at + SECOND)
    page = client.get(address)
    assert (page.status_code, text_of(page, "h1")) == (403, "This call has closed")
    assert "third line, indented" in text_of(page)
    arriving_at(call.closes_at + 7 * DAY + SECOND)
    assert client.get(address).status_code == 404


def test_a_draft_that_was_not_sent_goes_with_all_that_belongs_to_it(client, call_for_a_file, typed):
    address = f"{call_for_a_file.get_url()}answer/"
    about = {name: value for name, value in typed.items() if not name.startswith("question-")}
    send_files(client, address, about | {"step": "save"}, question__resume=uploaded(pdf()))
    keeping.delete_due(call_for_a_file.closes_at + 7 * DAY)
    left = [model.objects.count() for model in (Draft, PrivateFile, Letter, PersonalLink)]
    assert left == [0, 0, 0, 0]


def test_a_draft_can_be_thrown_away(client, call, answer_address, typed, draft_address):
    send(client, answer_address, typed | {"step": ["save"]})
    address = draft_address()
    assert text_of(send(client, address, {}), "h1") == "Your draft is deleted"
    assert client.get(address).status_code == 404
    assert (Draft.objects.count(), Letter.objects.count(), PersonalLink.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("secret", ["a" * 43, "short", "é", "%00", "a" * 500])
def test_a_link_that_is_none_is_an_unknown_address(client, call, secret):
    assert client.get(f"/my-draft/{secret}/").status_code == 404


def test_the_draft_of_one_call_is_none_of_another(client, call, answer_address, typed):
    send(client, answer_address, typed | {"step": ["save"]})
    other = CallPageFactory()
    page = send(client, f"{other.get_url()}answer/", typed | {"step": ["check"]})
    assert form_in(page)["secret"] != typed["secret"]


def test_neither_letter_nor_database_holds_the_secret_and_the_letter_nothing_typed(client, call, answer_address, typed):
    send(client, answer_address, typed | {"code": ["AAAAA-AAAAA"], "step": ["save"]})
    draft, letter = Draft.objects.get(), Letter.objects.get()
    assert typed["secret"][0] not in str(draft.data)
    assert draft.data.keys() & {"code", "secret", "csrfmiddlewaretoken"} == set()
    assert "Sample" not in letter.text.replace(call.title, "")


def test_a_character_that_can_not_be_stored_does_not_lose_the_draft(client, call, answer_address, typed):
    send(client, answer_address, typed | {"city": ["a\x00b"], "step": ["save"]})
    assert Draft.objects.get().data["city"] == ["ab"]
