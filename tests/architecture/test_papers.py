"""What the papers say about the tree is true: variables, addresses of files, commands."""

import re

import pytest

from tests.architecture.reading import ROOT, name_of

PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = [*sorted((ROOT / "site" / "settings").glob("*.py")), ROOT / "site" / "web_server.py"]
# Read by Django itself and by the Makefile, not by a line of settings.
READ_ELSEWHERE = {"DJANGO_SETTINGS_MODULE", "PORT"}


def variables_of_the_readme() -> set[str]:
    table = (ROOT / "README.md").read_text().partition("## Environment")[2].partition("\n## ")[0]
    return {name for row in re.findall(r"^\| (`[^|]+) \|", table, re.M) for name in re.findall(r"`([A-Z_\d]+)`", row)}


def test_every_variable_is_in_the_readme_and_in_the_example():
    example = set(re.findall(r"^#([A-Z_\d]+)=", (ROOT / ".env.example").read_text(), re.M))
    reads = r"(?:env(?:\.\w+)?|_demand|environ\.get)\(\s*\"([A-Z_\d]+)\"|environ\[\"([A-Z_\d]+)\"\]"
    read = {name for path in SETTINGS for pair in re.findall(reads, path.read_text()) for name in pair if name}
    assert variables_of_the_readme() == example == read | READ_ELSEWHERE


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_what_a_paper_leads_to_is_there(paper):
    text = paper.read_text()
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    named = re.findall(r"`((?:program|home|site|spotlights|search|static|tests)/[\w/.-]+)`", text)
    missing = [link for link in links if not (paper.parent / link).exists()]
    assert missing + [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_make_command_of_a_paper_is_one(paper):
    commands = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"`(?:[A-Z_]+=\S+ )?make\s+([a-z-]+)", paper.read_text())) <= commands
