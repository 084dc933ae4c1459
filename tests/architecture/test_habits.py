"""The habits of the house that a reader relies on."""

import ast
import re

import pytest
from django.apps import apps
from wagtail.blocks import Block

from home import blocks
from tests.architecture.reading import ROOMS, ROOT, name_of, python_files, templates

LONGEST_FILE = 250


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_no_file_is_too_long_to_read_at_once(path):
    # A few lines over are no fault; the architecture says "about".
    assert len(path.read_text().splitlines()) <= LONGEST_FILE * 1.15


@pytest.mark.parametrize(
    "path", [path for path in python_files() if path.name in ("wagtail_hooks.py", "urls.py", "apps.py")], ids=name_of
)
def test_wiring_files_only_wire(path):
    classes = [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if not (path.name == "apps.py" and name.endswith("Config"))] == []


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_a_register_stands_where_registers_are(path):
    """In ``register.py``, or in ``registers/`` where an app has several."""
    classes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)]
    registers = [node.name for node in classes if any(ast.unparse(base) == "ModelAdmin" for base in node.bases)]
    assert path.name == "register.py" or path.parent.name == "registers" or registers == []


def test_nothing_is_called_utils_core_or_common():
    named = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.stem in ("utils", "core", "common")]
    assert named == []


@pytest.mark.parametrize("path", python_files(migrations=True), ids=name_of)
def test_migrations_say_what_they_do(path):
    assert "_auto_" not in path.name


@pytest.mark.parametrize("name", [name for name in blocks.__all__ if name not in ("BodyBlock", "WaysBlock")])
def test_a_block_shows_editors_what_it_is(name):
    block: Block = getattr(blocks, name)()
    assert block.meta.icon != "placeholder"
    assert block.meta.template
    assert block.meta.description


@pytest.mark.parametrize("path", [path for path in templates() if path.parent.name != "admin"], ids=name_of)
def test_a_template_begins_with_its_contract(path):
    """What it takes, in a comment on one of the first lines (after ``extends`` and the document type)."""
    if path.parent.name in ("wagtailadmin", "wagtail_modeladmin"):
        return
    head = "\n".join(path.read_text().splitlines()[:3])
    assert re.search(r"{#.+#}|{% comment", head)


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_every_style_and_script_that_a_template_names_exists(path):
    named = re.findall(r"{%\s*static ['\"]([^'\"#]+)", path.read_text())
    assert [each for each in named if not (ROOT / "static" / each).exists()] == []


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_template_has_no_style_and_no_script_of_its_own(path):
    text = path.read_text()
    assert re.findall(r"<style|<script(?![^>]* src=)|\sstyle=\"|\son[a-z]+=\"", text) == []


def test_every_model_of_ours_is_in_a_room():
    labels = {
        model._meta.app_label for model in apps.get_models() if model.__module__.split(".")[0] in (*ROOMS, "config")
    }
    assert labels == {"home", "program", "calls", "files", "letters", "links", "spotlights"}


def test_nobody_leaves_work_for_later():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [name_of(path) for path in [*python_files(), *templates()] if marks.search(path.read_text())] == []
