"""What visitors of open calls meet."""

from .answering import answer_call, preview_form
from .forwarding import put_forward
from .listing import call_list

__all__ = ["answer_call", "call_list", "preview_form", "put_forward"]
