"""Whatever is typed or forged: stored as typed or refused with a sentence, shown escaped, never a fault."""

from html import escape

import pytest

from program.calls.forms.words import UNSTORABLE
from program.calls.models import Application
from tests.browsing import FORM, form_in, send, soup
from tests.program.calls.forms_as_words import plain

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
TEXTS = {
    "html": SCRIPT,
    "emoji": "👩🏽‍🏫 reads 📚",
    "right to left": "שלום \u202eevil\u202c مرحبا",
    "combining": "Z̸͉̓a̷̢̐l̵͕̈g̶̭͗o̵̱͆",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "formula": "=HYPERLINK(1)",
}
FREE = ["name", "library", "city", "availability", "access_needs", "put_forward_by", "question-about_multiline"]
EVERY = [
    *FREE, "secret", "pronouns", "email", "phone", "job_title", "career_stage", "member", "member_number",
    "library_type", "region", "question-about_singleline", "question-about_email", "question-about_url",
    "question-about_number", "question-about_date", "question-about_radio", "question-about_dropdown",
    "question-about_checkboxes", "question-about_checkbox", "keep_in_mind", "agreement", "step",
]  # fmt: skip

# As it stands in the body: 100 kB, NUL, a lone surrogate, bytes that are no UTF-8, numbers that are none.
RAW = ["x" * 100_000, "a%00b", "%ED%A0%80", "%FF%FE", "%F0%9F%98%80" * 500, "-1", "9" * 400, "1e99999", "%3Cb%3E"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_odd_text_is_stored_as_it_was_typed(client, answer_address, typed, text):
    changes = {name: [text] for name in FREE}
    sent = send(client, answer_address, typed | changes | {"step": ["send"]})
    assert sent.status_code == 302
    application = Application.objects.get()
    stored = {name: getattr(application, name) for name in FREE if not name.startswith("question-")}
    assert set(stored.values()) == {text}
    assert application.answers[1]["answer"] == text
    assert client.get(sent.url).status_code == 200


def test_mark_up_is_shown_as_words_on_every_page_of_the_road(client, answer_address, typed):
    changes = {name: [SCRIPT] for name in FREE}
    check = send(client, answer_address, typed | changes | {"step": ["check"]})
    form = send(client, answer_address, typed | changes | {"step": ["change"]})
    receipt = client.get(send(client, answer_address, typed | changes | {"step": ["send"]}).url)
    for response in (check, form, receipt):
        assert SCRIPT not in response.content.decode()
        assert "<img src=x" not in response.content.decode()
        assert escape(SCRIPT) in response.content.decode()


@pytest.mark.parametrize("name", EVERY)
def test_nonsense_in_any_field_gives_a_page(client, answer_address, typed, name):
    for raw in RAW:
        values = dict.fromkeys(typed, "x") | {"step": "send", name: raw}
        body = "&".join(f"{field}={value}" for field, value in values.items())
        assert client.post(answer_address, body, content_type=FORM).status_code == 200, raw[:20]
    assert Application.objects.count() == 0


@pytest.mark.parametrize("name", FREE)
def test_a_text_that_is_too_long_is_refused_with_its_length_and_kept(client, answer_address, typed, name):
    long = "word " * 20_000 + "end"
    response = send(client, answer_address, typed | {name: [long], "step": ["send"]})
    assert plain(form_in(response))[name] == [long]
    [link] = soup(response).select("[role=alert] a")
    assert "characters or fewer; it has 100003 now" in link.get_text()
    assert Application.objects.count() == 0


@pytest.mark.parametrize("name", FREE)
def test_a_byte_that_no_text_holds_is_refused_with_what_to_do(client, answer_address, typed, name):
    response = send(client, answer_address, typed | {name: ["a\x00b"], "step": ["send"]})
    assert response.status_code == 200
    [link] = soup(response).select("[role=alert] a")
    assert UNSTORABLE in link.get_text()


@pytest.mark.parametrize("name", FREE)
def test_a_lone_surrogate_is_stored_as_the_sign_for_what_cannot_be_read(client, answer_address, typed, name):
    response = send(client, answer_address, typed | {"step": ["send"]} | {name: [b"a\xed\xa0\x80b"]})
    assert response.status_code == 302
    application = Application.objects.get()
    value = application.answers[1]["answer"] if name.startswith("question-") else getattr(application, name)
    assert value == "a���b"


def test_a_post_over_the_limit_is_refused_as_too_large(client, settings, answer_address, typed):
    body = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    response = send(client, answer_address, typed | {"availability": [body], "step": ["send"]})
    assert response.status_code == 413
    assert Application.objects.count() == 0


def test_a_post_with_too_many_fields_is_refused_as_too_large(client, settings, answer_address):
    body = "&".join(f"f{number}=x" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    assert client.post(answer_address, body, content_type=FORM).status_code == 413


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data", "x", ""])
def test_a_post_of_another_kind_gives_a_page(client, answer_address, content_type):
    response = client.post(answer_address, b'{"step": "send"}', content_type=content_type)
    assert response.status_code in (200, 400)
    assert Application.objects.count() == 0


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "head"])
def test_every_other_method_stores_nothing(client, answer_address, method):
    assert getattr(client, method)(answer_address).status_code in (200, 405)
    assert Application.objects.count() == 0
