"""The sample calls, one for each state a call can be in. Days are counted from the day of loading."""

from .closed import CLOSED
from .open import OPEN
from .upcoming import UPCOMING

INDEX = {
    "title": "Open calls",
    "slug": "calls",
    "show_in_menus": True,
    "summary": "Committees, boards, panels and juries that look for people, newer colleagues above all. Each call says "
    "first what it takes.",
}

CALLS = [*OPEN, *UPCOMING, *CLOSED]
