"""A body is taken in as far as it can be used: nothing typed beside a huge file is lost, nothing of it is kept."""

import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import JsonResponse
from django.urls import path, reverse

from config import urls
from home.models import CustomImage
from program.files.enums import Kind
from program.files.judging import Limits, Refused, judge
from program.files.uploads import BoundedUploadHandler, TooLargeUpload
from tests.factories import SuperuserFactory, files

LARGEST = 256 * 1024
WORDS = {"words": "before", "more": "after"}
TOO_LARGE = "This file is larger than 100 kB, the most that is taken here. Save it smaller, then choose it again."


def view(request):
    """What arrived: the words, the size of each file and whether it was dropped, and what was said about it."""
    said = []
    for file in request.FILES.values():
        try:
            judge(file, Limits(frozenset(Kind), max_bytes=100 * 1024))
        except Refused as refusal:
            said.append(refusal.sentence)
    sizes = {name: [file.size, isinstance(file, TooLargeUpload)] for name, file in request.FILES.items()}
    return JsonResponse({"words": request.POST, "sizes": sizes, "said": said})


@pytest.fixture
def post(settings, client, db, tmp_path):
    settings.LARGEST_UPLOAD = LARGEST
    settings.LARGEST_UPLOADS = 2 * LARGEST
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    settings.ROOT_URLCONF = (path("a-form/", view), *urls.urlpatterns)
    return lambda **values: client.post("/a-form/", values)


def sent(size, name="a.txt"):
    return SimpleUploadedFile(name, b"a" * size)


def test_a_small_file_arrives(post):
    answer = post(words="before", resume=sent(1000), more="after").json()
    assert answer == {"words": WORDS, "sizes": {"resume": [1000, False]}, "said": []}


def test_a_file_larger_than_the_question_takes_is_refused(post):
    answer = post(words="before", resume=sent(101 * 1024), more="after").json()
    assert answer == {"words": WORDS, "sizes": {"resume": [101 * 1024, False]}, "said": [TOO_LARGE]}


@pytest.mark.parametrize("size", [LARGEST + 1, 20 * LARGEST])
def test_a_huge_file_is_refused_and_what_was_typed_before_and_behind_it_arrives(post, tmp_path, monkeypatch, size):
    """Guard: ``receive_data_chunk``. Never is there more than the largest file on the disk."""
    kept = []
    receive = BoundedUploadHandler.receive_data_chunk

    def watch(self, raw_data, start):
        receive(self, raw_data, start)
        kept.append(sum(each.stat().st_size for each in tmp_path.iterdir()))

    monkeypatch.setattr(BoundedUploadHandler, "receive_data_chunk", watch)
    answer = post(words="before", resume=sent(size), more="after").json()
    assert answer == {"words": WORDS, "sizes": {"resume": [size, True]}, "said": [TOO_LARGE]}
    assert 0 < max(kept) <= LARGEST
    assert list(tmp_path.iterdir()) == []


def test_many_large_files_are_kept_as_far_as_there_is_room(post):
    """Guard: ``LARGEST_UPLOADS``."""
    answer = post(**{f"file-{number}": sent(LARGEST) for number in range(4)}).json()
    assert sorted(was_dropped for _, was_dropped in answer["sizes"].values()) == [False, False, True, True]


def test_a_body_beyond_all_measure_is_not_read(post, settings):
    settings.LARGEST_BODY = 1000
    assert post(resume=sent(2000)).status_code == 400


def test_what_was_dropped_is_nothing_to_whoever_does_not_know():
    dropped = TooLargeUpload("a.txt", "text/plain", 5, None)
    assert (dropped.size, dropped.read()) == (5, b"")


class TestEditors:
    """Editors upload pictures and documents through the same door."""

    pytestmark = pytest.mark.django_db

    @pytest.fixture(autouse=True)
    def _logged_in(self, client):
        client.force_login(SuperuserFactory())

    def test_a_large_picture_is_taken(self, client):
        noise = os.urandom(4 * 1024 * 1024)
        picture = SimpleUploadedFile("a.png", files.picture() + noise, "image/png")
        client.post(reverse("wagtailimages:add"), {"title": "A sample", "file": picture, "focal_point_x": ""})
        assert CustomImage.objects.get().file_size > len(noise)

    def test_a_document_that_is_too_large_is_refused_in_words(self, client, settings):
        settings.LARGEST_UPLOAD = 1000
        document = SimpleUploadedFile("a.txt", b"a" * (settings.WAGTAILDOCS_MAX_UPLOAD_SIZE + 1))
        response = client.post(reverse("wagtaildocs:add"), {"title": "A sample", "file": document})
        assert "This file is too big" in response.content.decode()
