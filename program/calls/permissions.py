"""Who may do what with calls and applications, as questions with names."""

from django.contrib.auth.models import AnonymousUser

from home.models import User
from program.calls.models import Application


def may_read_applications(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may read any application at all, and so sees the register."""
    return user.is_active and (user.has_perm("calls.view_application") or user.reads_for.exists())


def may_read_application(user: User | AnonymousUser, application: Application) -> bool:
    """Whether ``user`` may read this one: with the permission for all, or as a reader of its call."""
    return user.is_active and (
        user.has_perm("calls.view_application") or application.call.readers.filter(user=user).exists()
    )


def may_export_applications(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may take applications out of the site as a file: whoever reads all and decides."""
    return user.is_active and user.has_perms(["calls.view_application", "calls.change_application"])


def may_delete_application(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may delete applications before their time."""
    return user.is_active and user.has_perms(["calls.view_application", "calls.delete_application"])


def may_see_counts(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may see the report of a year: whoever may read all applications."""
    return user.is_active and user.has_perm("calls.view_application")


def may_move_application(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may change the status of applications. Readers may not."""
    return user.is_active and user.has_perm("calls.change_application")


def may_see_names_put_forward(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may see who put whose name forward: staff who read all answers. Readers may not."""
    return user.is_active and user.has_perm("calls.view_application")
