"""What an applicant comes back to and does there, by a link that only they have."""

from .correcting import correct
from .later import later
from .leaving import delete, withdraw
from .offers import accept, naming, turn_down
from .page import keep_in_mind, own_application
from .sheet import sheet
from .taking import data, download, own_file

__all__ = [
    "accept",
    "correct",
    "data",
    "delete",
    "download",
    "keep_in_mind",
    "later",
    "naming",
    "own_application",
    "own_file",
    "sheet",
    "turn_down",
    "withdraw",
]
