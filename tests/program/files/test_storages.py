"""Private files have no address, on a disk or in a bucket, and a storage that would give them one is refused."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from program.files.storages import PrivateFolder
from tests.architecture.reading import ROOT


def start(**environment):
    """Start the project as a public site would, with ``environment``; what it says on its way down."""
    whole = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "for this test only, and long enough for production to take it: 0123456789",
        "ALLOWED_HOSTS": "example.org",
        "DATABASE_URL": "sqlite:////nonexistent/db.sqlite3",
        "BASE_URL": "https://example.org",
        "PATH": os.environ["PATH"],
    }
    result = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"], cwd=ROOT, capture_output=True, text=True, check=False,
        env=whole | environment,
    )  # fmt: skip
    return result.stderr.strip().rpartition("\n")[2]


@pytest.mark.parametrize(("private", "media"), [("media/private", "media"), ("media", "media"), ("all", "all/media")])
def test_a_public_site_does_not_start_where_private_files_would_be_handed_out(tmp_path, private, media):
    """Guard: the look at ``MEDIA_ROOT`` in ``PrivateFolder``."""
    said = start(PRIVATE_ROOT=str(tmp_path / private), MEDIA_ROOT=str(tmp_path / media))
    assert "Set PRIVATE_ROOT to a folder of its own" in said


def test_nor_inside_the_folder_of_static_files(settings):
    with pytest.raises(ImproperlyConfigured, match="STATIC_ROOT"):
        PrivateFolder(f"{settings.STATIC_ROOT}/private")


def test_a_folder_of_its_own_is_fine(tmp_path):
    assert start(PRIVATE_ROOT=str(tmp_path / "private"), MEDIA_ROOT=str(tmp_path / "media")) == ""


@pytest.mark.parametrize("url", ["localhost:3310", "http://localhost", "tcp://", "unix://"])
def test_an_address_of_clamd_that_is_none_is_refused_at_the_start(url):
    assert "CLAMAV_URL is neither like tcp://host:3310" in start(CLAMAV_URL=url)


def test_a_bucket_without_the_package_for_it_is_refused_at_the_start(tmp_path):
    (tmp_path / "storages.py").write_text("raise ImportError")
    said = start(PRIVATE_S3_BUCKET="private", PYTHONPATH=str(tmp_path))
    assert "pip install 'django-storages[s3]==" in said


def test_a_private_file_has_no_address():
    with pytest.raises(ValueError, match="has no address"):
        storages["private"].url("ab/name")


def test_a_file_that_is_stored_is_on_the_disk(monkeypatch):
    """Guard: ``fsync`` in ``PrivateFolder._save``, of the file and of its folder."""
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.readlink(f"/proc/self/fd/{descriptor}")))
    name = storages["private"].save("ab/name", ContentFile(b"words"))
    path = storages["private"].path(name)
    assert synced == [path, os.path.dirname(path)]
