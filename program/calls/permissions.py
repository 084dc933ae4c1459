"""Who may do what with calls and applications, as questions with names.

Whoever asks about one application, call or file asks here. Lists take the same answers from
``ApplicationQuerySet``, so that a list and its rows can't disagree.
"""

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType

from home.models import User
from program.calls.enums import QuestionKind
from program.calls.models import Application, CallPage
from program.files.models import PrivateFile
from program.letters.querysets import LetterQuerySet

Visitor = User | AnonymousUser


def may_manage_applications(user: Visitor) -> bool:
    """Whether ``user`` keeps the register: sees all applications with names, and how the reading goes."""
    return user.is_active and user.has_perm("calls.view_application")


def may_move_application(user: Visitor) -> bool:
    """Whether ``user`` may change the status of applications. Readers may not."""
    return user.is_active and user.has_perm("calls.change_application")


def may_export_applications(user: Visitor) -> bool:
    """Whether ``user`` may take applications out of the site as a table: only who sees them and decides."""
    return may_manage_applications(user) and may_move_application(user)


def may_announce(user: Visitor) -> bool:
    """Whether ``user`` may announce decisions: whoever sees all applications and may move them."""
    return may_manage_applications(user) and may_move_application(user)


def may_delete_application(user: Visitor) -> bool:
    """Whether ``user`` may delete applications before their time."""
    return may_manage_applications(user) and user.has_perm("calls.delete_application")


def may_see_counts(user: Visitor) -> bool:
    """Whether ``user`` may see the report of a year: whoever may read all applications."""
    return may_manage_applications(user)


def may_see_names_put_forward(user: Visitor) -> bool:
    """Whether ``user`` may see who put whose name forward: staff who read all answers. Readers may not."""
    return may_manage_applications(user)


def may_read_for(user: Visitor, call: CallPage) -> bool:
    """Whether ``user`` is a reader of ``call``. No other right stands in for it."""
    return user.is_active and call.readers.filter(user=user.pk).exists()


def may_read_application(user: Visitor, application: Application) -> bool:
    """Whether ``user`` may read this one: with the permission for all, or as a reader of its call.

    Nobody reads an application of their own, or one they said they can't be fair about. A reader does
    not read one that was withdrawn.
    """
    return Application.objects.readable_by(user).filter(pk=application.pk).exists()


def may_see_name(user: Visitor, application: Application) -> bool:
    """Whether ``user`` may see, while reading, who an application is from.

    A reader of a call that hides names may not, whatever else they are. The register does not ask:
    whoever keeps it sees names there.
    """
    if not may_read_application(user, application):
        return False
    return not (application.call.names_hidden and may_read_for(user, application.call))


def may_open_file(user: Visitor, application: Application, file: PrivateFile) -> bool:
    """Whether ``user`` may open ``file``, which has to belong to ``application``.

    Who keeps the register may, where the application is open to them. A reader may when it answers a
    question that is not sensitive; never where names are hidden, because files carry names.
    """
    if file.owner != application or not may_read_application(user, application):
        return False
    if may_manage_applications(user):
        return True
    shown = [
        each["answer"]
        for each in application.answers
        if each["kind"] == QuestionKind.FILE and not each.get("sensitive")
    ]
    return not application.call.names_hidden and str(file.pk) in shown


def letters_open_to(letters: LetterQuerySet, user: Visitor) -> LetterQuerySet:
    """Without those about an application that is closed to ``user``: its receipt holds all the answers."""
    closed = Application.objects.closed_to(user).values("pk")
    return letters.exclude(content_type=ContentType.objects.get_for_model(Application), object_id__in=closed)


def may_see_verdicts_of_others(user: Visitor, application: Application) -> bool:
    """Whether ``user`` may see what others think of an application: a reader once their own reading is in."""
    if not may_read_application(user, application):
        return False
    if may_read_for(user, application.call):
        return application.readings.filter(reader=user.pk).exists()
    return may_manage_applications(user)
