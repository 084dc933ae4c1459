"""The front page of the admin: what needs a person today.

Each room adds its lines through the hook ``register_attention``: a function that takes the request
and returns ``AttentionItem``s, those with a count of nought included.
"""

from dataclasses import dataclass

from wagtail import hooks
from wagtail.admin.ui.components import Component


@dataclass(frozen=True)
class AttentionItem:
    """Something that waits for a person: how many, in words, and where to see to it."""

    count: int
    one: str  # what follows the number when it is 1: “call closing within a week”
    many: str
    url: str

    @property
    def words(self) -> str:
        return self.one if self.count == 1 else self.many


class AttentionPanel(Component):
    name = "attention"
    order = 50
    template_name = "home/admin/attention.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        items = [item for register in hooks.get_hooks("register_attention") for item in register(request)]
        return {"items": [item for item in items if item.count]}
