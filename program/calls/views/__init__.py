"""What visitors of open calls meet."""

from .answering import answer_call, preview_form
from .draft import own_draft
from .forwarding import put_forward
from .giving_back import give_back
from .listing import call_list

__all__ = ["answer_call", "call_list", "give_back", "own_draft", "preview_form", "put_forward"]
