"""Who may do what with letters, as questions with names.

Each room keeps its own letters from whom it has to, through the hook ``letters_open_to``: a function that takes
letters and a user, and returns those that are open to them.
"""

from django.contrib.auth.models import AnonymousUser
from wagtail import hooks

from home.models import User
from program.letters.models import Letter
from program.letters.querysets import LetterQuerySet


def may_see_letters(user: User | AnonymousUser) -> bool:
    """Whether ``user`` sees the register of letters, with whom each one went to and what it says."""
    return user.is_active and user.has_perm("letters.view_letter")


def letters_open_to(user: User | AnonymousUser) -> LetterQuerySet:
    """The letters that ``user`` may read: with the right to, all but those that a room closes to them."""
    letters = Letter.objects.all() if may_see_letters(user) else Letter.objects.none()
    for narrow in hooks.get_hooks("letters_open_to"):
        letters = narrow(letters, user)
    return letters


def may_manage_letters(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may have a letter sent again or discard it."""
    return may_see_letters(user) and user.has_perm("letters.change_letter")
