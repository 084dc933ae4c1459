from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Hostile:
    """A file that is not what it seems, and the verdict that has to meet it."""

    what: str
    name: str
    verdict: str
    make: Callable[[], bytes]

    def __str__(self):
        return self.what
