"""The deadline is the promised second, where the association is, by the moment a request arrives."""

import socket
from datetime import UTC, datetime, timedelta
from threading import Event
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from program.calls.enums import QuestionKind
from program.calls.models import Application
from program.calls.services import answering
from program.files.models import PrivateFile
from tests.browsing import send, send_files, text_of
from tests.factories import CallPageFactory, QuestionFactory, filled_in
from tests.factories.files import pdf, uploaded

SECOND = timedelta(seconds=1)
TOKEN = "t" * 32
# 3 am on the night the clocks skip an hour, and 2 am on the night they repeat one; both Central.
NIGHTS = {"forward": datetime(2027, 3, 14, 8, 0, tzinfo=UTC), "back": datetime(2027, 11, 7, 8, 0, tzinfo=UTC)}
SHOWN = {
    "forward": "Sunday, March 14, 2027, 3:00 am Central",
    "back": "Sunday, November 7, 2027, 2:00 am Central",
}


def call_closing(at):
    questions = [QuestionFactory(label="Resume", field_type=QuestionKind.FILE)]
    return CallPageFactory(opens_at=at - timedelta(days=9), closes_at=at, questions=questions)


@pytest.mark.django_db
@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize(("seconds", "status"), [(-1, 302), (0, 302), (1, 403)])
def test_on_both_nights_of_a_change_of_clocks_the_second_counts(client, arriving_at, night, seconds, status):
    """Guard: ``is_accepting`` in the view and in ``submit``, both given the moment of arrival."""
    call = call_closing(NIGHTS[night])
    arriving_at(call.closes_at + seconds * SECOND)
    answer = filled_in(call, secret=answering.new_secret(), step="send")
    response = send_files(client, f"{call.get_url()}answer/", answer, question__resume=uploaded(pdf()))
    assert response.status_code == status
    assert Application.objects.count() == PrivateFile.objects.count() == int(status == 302)
    assert SHOWN[night] in text_of(client.get(call.get_url()))


@pytest.mark.django_db
def test_a_second_late_every_word_is_given_back(client, arriving_at):
    call = CallPageFactory()
    arriving_at(call.closes_at + SECOND)
    answer = filled_in(call, secret=answering.new_secret(), city="Sampleton", step="send")
    refused = send(client, f"{call.get_url()}answer/", answer)
    words = text_of(refused)
    for word in ("Sample Applicant", "applicant@example.org", "A sample library", "Sampleton", "this is the second."):
        assert word in words


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_upload_that_crosses_the_line_counts_from_its_beginning(live_server, monkeypatch):
    """Guard: ``arrival_time``, the outermost middleware: the clock is read before the body.

    The first half of the body goes out before the last second, the rest an hour after it.
    """
    call = call_closing(timezone.now().replace(microsecond=0) + timedelta(days=1))
    clock, looked = [call.closes_at], Event()

    def now():
        looked.set()
        return clock[0]

    monkeypatch.setattr("home.middleware.timezone", SimpleNamespace(now=now, override=timezone.override))
    answer = filled_in(call, secret=answering.new_secret(), csrfmiddlewaretoken=TOKEN, step="send")
    head, body = as_multipart(urlsplit(live_server.url).netloc, f"{call.get_url()}answer/", answer, pdf(2))
    with socket.create_connection(urlsplit(live_server.url).netloc.split(":"), timeout=20) as line:
        line.sendall(head + body[: len(body) // 2])
        assert looked.wait(timeout=20)
        clock[0] += timedelta(hours=1)
        line.sendall(body[len(body) // 2 :])
        reply = line.makefile("rb").readline()
    assert reply.split()[1] == b"302"
    application = Application.objects.get()
    assert (application.received_at, application.files.get().pages) == (call.closes_at, 2)


def as_multipart(host, path, values, content) -> tuple[bytes, bytes]:
    """The head and the body of a post with a file, as they go over the line."""
    mark = "a-mark-that-is-nowhere-else"
    fields = "".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in values.items()
    )
    file = f'--{mark}\r\nContent-Disposition: form-data; name="question-resume"; filename="resume.pdf"\r\n\r\n'
    body = f"{fields}{file}".encode() + content + f"\r\n--{mark}--\r\n".encode()
    lines = [
        f"POST {path} HTTP/1.1",
        f"Host: {host}",
        f"Content-Type: multipart/form-data; boundary={mark}",
        f"Content-Length: {len(body)}",
        f"Cookie: csrftoken={TOKEN}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode(), body
