"""Choices of spotlights. A leaf: imports nothing of ours."""

from django.db.models import TextChoices


class ContactWay(TextChoices):
    NONE = "none", "Not at all"
    ASSOCIATION = "association", "Through the association"
    PUBLIC = "public", "By an address shown on the page"


class NameForm(TextChoices):
    """How a colleague wishes to be named."""

    FULL = "full", "Full name"
    FIRST = "first", "First name only"
    INITIALS = "initials", "Initials"
    LIBRARY = "library", "The library only"
