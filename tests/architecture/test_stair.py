"""Imports go down one straight stair, and templates take no tags from above but those lent to them."""

import re

import pytest

from tests.architecture.reading import ROOT, imports_of, name_of, python_files, templates

# From the top of the stair to its foot; each may import what stands after it.
STAIR = ["config", "search", "spotlights", "program", "home"]
# Inside the program: the rooms that do its work stand on a shared floor and don't know one another.
FLOOR = ["letters", "links", "files"]
WORKERS = ["calls", "mentoring", "speakers", "travel"]
# The tags that a room lends to templates below it, and the template files that may borrow them.
LENT = {
    "call_tags": {"home/templates/home/home_page.html"},
    "spotlight_tags": {"home/templates/home/home_page.html"},
    "program_tags": {"home/templates/home/home_page.html"},
}
HOME_OF_TAGS = {
    library.stem: library.relative_to(ROOT).parts[0] for library in ROOT.glob("*/templatetags/[a-z]*.py")
} | {library.stem: "program" for library in ROOT.glob("program/*/templatetags/[a-z]*.py")}


def step_of(room: str) -> str:
    return "config" if room == "site" else room


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_a_module_imports_only_what_stands_below_it(path):
    room = step_of(name_of(path).split("/")[0].removesuffix(".py"))
    if room not in STAIR:
        return
    above = STAIR[: STAIR.index(room)]
    assert [name for name in imports_of(path) if name.split(".")[0] in above] == []


@pytest.mark.parametrize("path", [path for path in python_files() if "program" in path.parts], ids=name_of)
def test_inside_the_program_the_shared_floor_comes_first(path):
    parts = name_of(path).split("/")
    room = parts[1] if parts[1] in FLOOR + WORKERS else ""
    forbidden = {"": FLOOR + WORKERS, **dict.fromkeys(FLOOR, WORKERS)}.get(
        room, [each for each in WORKERS if each != room]
    )
    names = [name.split(".") for name in imports_of(path)]
    assert [".".join(name) for name in names if name[0] == "program" and name[1:2] and name[1] in forbidden] == []


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_template_borrows_tags_from_above_only_where_they_are_lent(path):
    room = step_of(name_of(path).split("/")[0])
    loaded = {library for load in re.findall(r"{%\s*load ([^%]+)%}", path.read_text()) for library in load.split()}
    above = {library for library in loaded & set(HOME_OF_TAGS) if HOME_OF_TAGS[library] in STAIR[: STAIR.index(room)]}
    assert {library for library in above if name_of(path) not in LENT.get(library, set())} == set()


@pytest.mark.parametrize("path", [path for path in python_files() if path.stem == "enums"], ids=name_of)
def test_choices_are_leaves(path):
    assert [name for name in imports_of(path) if name.split(".")[0] in STAIR] == []
