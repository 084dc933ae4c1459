"""Pages that can store nothing still give back what was typed: a call taken down, a body that is too large."""

import pytest
from django.test import Client

from program.calls.models import Application
from program.letters.models import Letter
from tests.browsing import send, text_of
from tests.factories import ApplicationFactory


@pytest.mark.parametrize("step", ["check", "send", "next", "save"])
def test_a_call_taken_down_in_the_middle_gives_the_words_back(client, call, answer_address, typed, step):
    """Guard: ``not_found`` of the site; without it the page says only that nothing is here."""
    call.unpublish()
    page = send(client, answer_address, typed | {"step": [step]})
    assert (page.status_code, text_of(page, "h1")) == (404, "This call is not here any more")
    words = text_of(page)
    for name in ("name", "library", "question-about_multiline", "question-about_ranked_2", "availability"):
        assert " ".join(typed[name][0].split()) in words
    assert typed["secret"][0] not in page.content.decode()
    assert Application.objects.count() == 0


def test_without_its_token_too(call, answer_address, typed):
    call.unpublish()
    page = send(Client(enforce_csrf_checks=True), answer_address, typed | {"step": ["send"]})
    assert (page.status_code, text_of(page, "h1")) == (404, "This call is not here any more")


def test_it_says_nothing_of_a_call_that_is_not_public(client, call, answer_address, typed):
    """Not even its questions: the words of a question are named by the key that was posted."""
    call.unpublish()
    page = send(client, answer_address, typed | {"step": ["send"]})
    assert call.title not in page.content.decode()
    assert "About multiline?" not in page.content.decode()
    nowhere = send(client, "/calls/never-was-one/answer/", typed | {"step": ["send"]})
    assert text_of(nowhere) == text_of(page)


def test_what_was_typed_is_shown_as_words(client, call, answer_address, typed):
    call.unpublish()
    page = send(client, answer_address, typed | {"city": ["<script>alert(1)</script>"], "step": ["send"]})
    assert "<script>alert(1)" not in page.content.decode()
    assert "<script>alert(1)</script>" in text_of(page)


@pytest.mark.parametrize("address", ["/nowhere/", "/calls/nowhere/", "/admin/nowhere/"])
def test_every_other_unknown_address_is_told_as_before(client, call, address):
    assert text_of(client.get("/nowhere/"), "h1") == "Nothing is kept at this address"
    assert send(client, address, {"name": "Ada"}).status_code in (302, 404)


def test_more_words_than_are_read_say_so_and_how_to_go_back(client, call, answer_address, typed, settings):
    """Guard: ``bad_request`` of the site."""
    page = send(client, answer_address, typed | {"availability": ["x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE]})
    assert (page.status_code, text_of(page, "h1")) == (413, "This is more than can be sent at once")
    assert "what you typed is still in the form" in text_of(page)


def test_more_fields_than_are_read_say_so_too(client, call, answer_address, typed):
    page = send(client, answer_address, typed | {f"field{number}": ["x"] for number in range(2000)})
    assert page.status_code == 413


@pytest.mark.parametrize("words", ["👩🏽‍🏫 📚", "שלום עולם", "مرحبا", "图书馆 と 本", "étude"])
def test_every_script_comes_into_the_letter_as_it_was_typed(db, words):
    ApplicationFactory(library=words, receipt=True)
    assert words.replace("\u200d", "") in Letter.objects.get().text
