"""One's own data, to take along without an account."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from program.calls.enums import Status
from tests.browsing import soup
from tests.factories.files import pdf
from tests.program.calls.mine.conftest import bring, send_a_file

ENDINGS = ["html", "json", "zip"]


def take(client, mine, ending) -> bytes:
    response = client.get(f"{mine.address}data/application.{ending}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_is_saved_and_kept_by_nobody_between(client, mine, ending):
    response = client.get(f"{mine.address}data/application.{ending}")
    name = f"application-{mine.application.reference}.{ending}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Cache-Control"] == "private, no-store"


def test_everything_that_was_sent_is_in_it(client, mine):
    send_a_file(mine.application)
    client.post(f"{mine.address}withdraw/", {"why": ""})
    data = json.loads(take(client, mine, "json"))
    assert data["you"]["name"] == "Ada Sample"
    assert data["you"]["email"] == mine.application.email
    assert data["reference"] == mine.application.reference
    assert [each["question"] for each in data["answers"]] == [each["question"] for each in mine.application.answers]
    assert data["answers"][0]["answer"] == mine.application.answers[0]["answer"]
    assert data["files"][0]["name"] == "resume.pdf"
    assert [each["subject"] for each in data["letters"]] == ["Your application is withdrawn"]
    assert data["agreed_to"] == mine.application.terms
    assert data["kept_until"] == mine.application.keep_until.isoformat()


@pytest.mark.parametrize("ending", ["html", "json"])
def test_statuses_are_in_public_words_and_what_is_not_told_yet_is_not_in_it(client, mine, ending):
    bring(mine.application, Status.SHORTLISTED)
    mine.application.pending_status, mine.application.pending_why = Status.NOT_THIS_TIME, "Markerreason"
    mine.application.save()
    text = take(client, mine, ending).decode()
    assert "Being read" in text
    for word in ("hortlist", "Not this time", "Markerreason"):
        assert word not in text


def test_the_readable_one_stands_alone(client, mine):
    page = soup_of(take(client, mine, "html"))
    assert page.title.get_text() == f"Application {mine.application.reference}"
    assert page.select("[src], link, style, script") == []
    assert "Ada Sample" in page.get_text()


def test_the_archive_holds_both_and_the_files_as_they_are_stored(client, mine):
    content = pdf()
    file = send_a_file(mine.application, content=content)
    send_a_file(mine.application, key="later", later=True, content=content)
    with ZipFile(BytesIO(take(client, mine, "zip"))) as archive:
        name = f"application-{mine.application.reference}"
        assert archive.namelist() == [f"{name}.html", f"{name}.json", "files/1-resume.pdf", "files/2-resume.pdf"]
        with file.open() as stored:
            assert archive.read("files/1-resume.pdf") == stored.read()


def test_a_file_is_a_link_on_the_page_and_comes_as_an_attachment(client, mine):
    file = send_a_file(mine.application)
    links = [link["href"] for link in soup(client.get(mine.address)).select("main a")]
    assert f"{mine.address}file/resume/" in links
    response = client.get(f"{mine.address}file/resume/")
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]
    with file.open() as stored:
        assert b"".join(response.streaming_content) == stored.read()


@pytest.mark.parametrize("key", ["unknown", "1", "..%2f", "about_singleline"])
def test_what_is_no_file_of_mine_is_nothing(client, mine, key):
    send_a_file(mine.application)
    assert client.get(f"{mine.address}file/{key}/").status_code == 404


def test_a_file_that_belongs_to_somebody_else_is_nothing_even_if_an_answer_names_it(client, mine):
    """Guard: ``PrivateFile.objects.of(application)`` in ``answer_files``."""
    file = send_a_file(mine.application)
    file.content_type = file.object_id = None
    file.save()
    assert client.get(f"{mine.address}file/resume/").status_code == 404
    assert "The file is not here any more." in client.get(mine.address).content.decode()


def soup_of(content: bytes):
    return soup(type("Response", (), {"content": content}))
