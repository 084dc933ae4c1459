"""The folder ``site/`` has the name of a module of Python's own: it is reached as ``config``, from anywhere."""

import subprocess
import sys

from tests.architecture.reading import ROOT


def python(code, folder):
    return subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    ).stdout.strip()  # fmt: skip


def test_site_is_no_package():
    """Guard: no ``site/__init__.py``; with one, Python's own module would be shadowed."""
    assert not (ROOT / "site" / "__init__.py").exists()


def test_site_is_kept_by_git():
    lines = {line.strip().strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    assert "site" not in lines


def test_site_is_still_pythons_own(tmp_path):
    for folder in (ROOT, tmp_path):
        assert python("import site; print(site.getsitepackages()[0] != '' and site.__file__)", folder).endswith(
            "site.py"
        )


def test_config_is_found_from_any_folder(tmp_path):
    for folder in (ROOT, tmp_path):
        found = python("import config.settings.environment as found; print(found.BASE_DIR)", folder)
        assert found == str(ROOT)
