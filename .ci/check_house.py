"""Checks what no linter knows: how long files are, what the top level holds, and the trap of ``site/``."""

import subprocess
import sys
from pathlib import Path

LONGEST = 250
# Written by tools, or texts that are one piece by nature.
MAY_BE_LONGER = ("requirements.txt", "requirements-dev.txt", "LICENSE")
READ_BY_PEOPLE = {".py", ".html", ".css", ".js", ".toml", ".yaml", ".sh", ".md", ".txt", ""}
ROOMS = {"site", "home", "program", "spotlights", "search", "static", "tests", "docs"}
FILES = {
    "LICENSE",
    "Makefile",
    "Procfile",
    "README.md",
    "config.py",
    "manage.py",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
}
NOT_ROOMS = {"utils", "core", "common"}


def project_files() -> list[Path]:
    """What git holds or would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := Path(name)).is_file()]


def complaints(paths: list[Path]):
    for path in paths:
        parts = path.parts
        if parts[0] == "site" and path.name == "__init__.py" and len(parts) == 2:
            yield f"{path}: takes the place of Python's own module site; the folder must stay without it."
        if not parts[0].startswith(".") and parts[0] not in (ROOMS if len(parts) > 1 else FILES):
            yield f"{path}: the top level is fixed; docs and architecture tests name what belongs there."
        if NOT_ROOMS & {part.removesuffix(".py") for part in parts}:
            yield f"{path}: name it after what it does, not utils, core or common."
        if "migrations" in parts or path.name in MAY_BE_LONGER or path.suffix not in READ_BY_PEOPLE:
            continue
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LONGEST:
            yield f"{path}: {length} lines, more than {LONGEST}; split it."


found = list(complaints(project_files()))
print("\n".join(found))
sys.exit(bool(found))
