import pytest
from django.core.files.storage import storages


@pytest.fixture
def private_folder(settings, tmp_path):
    """The private storage, empty, in a folder of this test alone."""
    folder = tmp_path / "private"
    options = {"BACKEND": "program.files.storages.PrivateFolder", "OPTIONS": {"location": folder}}
    settings.STORAGES = settings.STORAGES | {"private": options}
    assert storages["private"].location == str(folder)
    return folder
