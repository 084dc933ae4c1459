"""Reads the source as text: nothing is imported, so that a test can't be fooled by what an import does."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ["home", "program", "search", "site", "spotlights"]


def python_files(*, migrations: bool = False) -> list[Path]:
    """The product's own modules, and the two beside it."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    kept = [path for path in files if migrations or "migrations" not in path.parts]
    return [*kept, ROOT / "config.py", ROOT / "manage.py"]


def templates() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("templates/**/*.html"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(path: Path) -> Iterator[str]:
    """The full names of what a module imports, at its top or inside a function."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*above, node.module or ""]).strip(".")
