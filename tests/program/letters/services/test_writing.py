"""A letter is written with what it tells of, once, and a stranger's words stay words."""

import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import NoReverseMatch

from program.letters.enums import LetterState
from program.letters.models import Letter
from program.letters.services.asking import never_write
from program.letters.services.rendering import addresses_in, text_for_reader, text_for_staff
from program.letters.services.writing import NotInTransaction, write
from program.letters.words import Lines, Ours, defused
from program.links.services import issue, secret_of
from tests.factories import NOW, RegionFactory

pytestmark = pytest.mark.django_db


def text_as_sent(letter):
    return text_for_reader(letter, addresses_in(letter, NOW))


def test_a_letter_needs_the_transaction_of_what_it_tells_of():
    """Guard: ``_demand_transaction``; without it a letter could be stored and what it tells of lost."""
    with pytest.raises(NotInTransaction):
        write(kind="sample", to="reader@example.org", subject="A sample", context={}, at=NOW)


def test_a_letter_goes_with_what_it_tells_of(write_sample):
    with transaction.atomic():
        write_sample()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


def test_one_intention_is_one_letter(write_sample):
    """Guard: the unique key in the database."""
    first = write_sample(unique_key="receipt:1")
    assert write_sample(unique_key="receipt:1", subject="Another") == first
    assert Letter.objects.get().subject == "A sample"
    assert write_sample(unique_key="receipt:2") != first


def test_letters_without_a_key_are_as_many_as_were_written(write_sample):
    assert write_sample().message_id != write_sample().message_id


def test_a_letter_is_signed_and_holds_what_it_was_given(write_sample):
    letter = write_sample(context={"name": "Ada", "call": Ours("Five jurors (https://example.org/jury)")})
    assert text_as_sent(letter).startswith(
        "Dear Ada,\n\nthis is about Five jurors (https://example.org/jury).\n\n--\nPay It Forward · "
    )


def test_a_personal_link_is_not_in_the_table_and_not_shown_to_staff(write_sample):
    """Guard: the text holds a mark; the address is filled in when the letter is sent."""
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    letter = write_sample(links={"own": link})
    secret = secret_of(link)
    assert f"Read your answers again:\nhttp://localhost:8000/my/no-more-letters/{secret}/\n" in text_as_sent(letter)
    assert secret not in str(Letter.objects.values().get())
    assert "Read your answers again:\n(personal link)\n" in text_for_staff(letter)


def test_a_kept_letter_shows_its_links_because_nobody_else_gets_them(write_sample, settings):
    settings.LETTERS_ARE = "kept"
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    letter = write_sample(links={"own": link})
    assert letter.state == LetterState.KEPT
    assert secret_of(link) in text_for_staff(letter)


def test_a_link_without_an_address_is_found_when_the_letter_is_written(write_sample):
    with pytest.raises(NoReverseMatch):
        write_sample(links={"own": issue(purpose="nowhere", target=RegionFactory(), at=NOW)})


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Ada\r\nBcc: all@example.org", "Ada Bcc: all@example[.]org"),
        ("https://evil.example.org/win?a=1", "evil[.]example[.]org/win?a=1"),
        ("hhttp://ttp://evil.example", "evil[.]example"),
        ("evil。example．org", "evil[.]example[.]org"),
        ("mailto:evil@example.org", "evil@example[.]org"),
        ("\ue000own\ue001", "own"),
        ("a\u202eb\u200bc\x00d\x1be", "abcde"),
        ("J. R. Sample, Ph.D.", "J. R. Sample, Ph.D."),
        ("пример.рф", "пример[.]рф"),
        ("x" * 500, "x" * 199 + "…"),
    ],
)
def test_what_a_stranger_typed_is_plain_text_on_one_line(write_sample, typed, written):
    """Guard: ``fit_for_a_letter``: what is not marked as ours is defused."""
    link = issue(purpose="never", target=RegionFactory(), at=NOW)
    letter = write_sample(context={"name": typed}, links={"own": link})
    assert letter.text.split(",\n\nthis is about")[0] == f"Dear {written}"


def test_a_line_without_end_is_made_harmless_in_no_time():
    """Guard: the limit in ``_SCHEME``; the time would grow with the square of what a stranger typed."""
    began = time.perf_counter()
    assert defused("a" * 40_000) == "a" * 40_000
    assert time.perf_counter() - began < 2


def test_several_lines_of_a_stranger_are_quoted_line_by_line(write_sample):
    letter = write_sample(context={"why": Lines("One\r\n\r\nhttp://two.example.org")})
    assert "> One\n>\n> two[.]example[.]org\n" in letter.text


def test_a_template_is_given_words_and_no_models(write_sample):
    with pytest.raises(TypeError):
        write_sample(context={"name": RegionFactory()})


def test_a_subject_is_one_line_of_150(write_sample):
    letter = write_sample(subject="Your answers\r\nBcc: all@example.org " + "x" * 200)
    assert letter.subject.startswith("Your answers Bcc: all@example.org x")
    assert len(letter.subject) == 150


@pytest.mark.parametrize("written", ["Asked@Example.org", " asked@example.org", "asked+more@example.org"])
def test_who_asked_never_to_be_written_to_gets_no_letter_unasked(write_sample, written):
    """Guard: ``may_write_to``."""
    never_write("asked@example.org", NOW)
    assert write_sample(to=written, unsolicited=True) is None
    assert write_sample(to=written) is not None
    assert write_sample(to="other@example.org", unsolicited=True) is not None


def test_who_asked_under_an_earlier_secret_key_asked_for_good(write_sample, settings):
    never_write("asked@example.org", NOW)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert write_sample(to="asked@example.org", unsolicited=True) is None


def test_a_letter_nobody_asked_for_has_its_own_way_out(write_sample, client):
    letter = write_sample(to="asked@example.org", unsolicited=True, context={"name": "Ada"})
    [address] = [line for line in text_as_sent(letter).splitlines() if line.startswith("http")]
    path = address.removeprefix("http://localhost:8000")
    for _ in range(100):
        response = client.get(path)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert write_sample(to="asked@example.org", unsolicited=True) is not None
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert write_sample(to="asked@example.org", unsolicited=True) is None


def test_a_replaced_secret_key_gives_the_letter_a_new_link(write_sample, settings):
    link = issue(purpose="never", target=RegionFactory(), at=NOW, expires_at=NOW + timedelta(days=1))
    letter = write_sample(links={"own": link})
    settings.SECRET_KEY = "another"
    assert "/my/no-more-letters/" in text_as_sent(letter)
    assert letter.letter_links.get().link != link
