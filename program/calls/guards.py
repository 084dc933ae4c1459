"""What the admin must not undo by accident."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail.models import Page

from program.calls.models import Application, CallPage


def keep_calls_with_applications(request, page):
    """Refuse to delete a call that was answered, or a page above one; say what to do instead."""
    if request.method != "POST" or not _refuses(request, page):
        return None
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def keep_calls_with_applications_in_bulk(request, action_type, objects, action):
    """The same for pages that were ticked in a list; none of them is deleted when one must stay."""
    if action_type != "delete" or action.model is not Page:
        return None
    if not [page for page in objects if _refuses(request, page)]:
        return None
    return redirect(action.next_url)


def _refuses(request, page) -> bool:
    calls = CallPage.objects.descendant_of(page, inclusive=True)
    answers = Application.objects.filter(call__in=calls).count()
    if answers:
        messages.error(
            request,
            f"“{page.title}” can't be deleted: {answers} applications belong to it. Unpublish it instead; "
            "the applications stay in the register.",
        )
    return bool(answers)
