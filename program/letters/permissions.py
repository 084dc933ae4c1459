"""Who may do what with letters, as questions with names."""

from django.contrib.auth.models import AnonymousUser

from home.models import User


def may_see_letters(user: User | AnonymousUser) -> bool:
    """Whether ``user`` sees the register of letters, with whom each one went to and what it says."""
    return user.is_active and user.has_perm("letters.view_letter")


def may_manage_letters(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may have a letter sent again or discard it."""
    return may_see_letters(user) and user.has_perm("letters.change_letter")
