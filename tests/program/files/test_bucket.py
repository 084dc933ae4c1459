"""Private files in a bucket: the S3 protocol, spoken with a server on this machine."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from program.files.housekeeping import gaps, sweep
from program.files.models import PrivateFile
from program.files.services import delete
from program.files.serving import attachment
from tests.factories import NOW, files

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture(autouse=True)
def bucket(server, settings):
    options = {
        "bucket_name": "private", "endpoint_url": server, "region_name": "us-east-1",
        "access_key": "sample", "secret_key": "sample",
    }  # fmt: skip
    backend = {"BACKEND": "program.files.bucket.PrivateBucket", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"private": backend}
    bucket = storages["private"].bucket
    bucket.create()
    yield bucket
    bucket.objects.delete()
    bucket.delete()


def test_a_file_comes_back_as_it_was_sent(bucket):
    content = files.pdf()
    stored = files.store(content)
    assert [each.key for each in bucket.objects.all()] == [stored.stored_as]
    response = attachment(stored)
    assert b"".join(response.streaming_content) == content
    assert response["Content-Length"] == str(len(content))
    response.close()


def test_nobody_is_let_in_by_the_object_itself(bucket):
    stored = files.store()
    grants = bucket.Object(stored.stored_as).Acl().grants
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    with pytest.raises(ValueError, match="has no address"):
        storages["private"].url(stored.stored_as)


def test_a_deleted_file_is_gone(bucket, django_capture_on_commit_callbacks):
    stored = files.store()
    with django_capture_on_commit_callbacks(execute=True):
        delete(stored)
    assert list(bucket.objects.all()) == []


def test_a_lost_file_is_a_gap_and_content_without_a_row_is_swept(bucket):
    lost = files.store()
    bucket.Object(lost.stored_as).delete()
    name = "ab/" + "ab" * 32
    storages["private"].save(name, ContentFile(b"words"))
    assert gaps(at=NOW)[0] == f"Private file {lost.pk} has a row and no content in the storage."
    PrivateFile.objects.all().delete()
    # Written today, by the server's own clock; the clock of the tests is ahead of it.
    assert sweep(at=NOW) == (0, 1)
    assert list(bucket.objects.all()) == []
