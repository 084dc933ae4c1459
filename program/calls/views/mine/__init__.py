"""What an applicant comes back to and does there, by a link that only they have."""

from .leaving import withdraw
from .page import keep_in_mind, own_application

__all__ = ["keep_in_mind", "own_application", "withdraw"]
