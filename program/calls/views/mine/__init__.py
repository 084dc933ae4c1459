"""What an applicant comes back to and does there, by a link that only they have."""

from .leaving import withdraw
from .offers import accept, naming, turn_down
from .page import keep_in_mind, own_application

__all__ = ["accept", "keep_in_mind", "naming", "own_application", "turn_down", "withdraw"]
