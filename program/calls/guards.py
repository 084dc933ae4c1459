"""What the admin must not undo by accident."""

from django.contrib import messages
from django.shortcuts import redirect

from program.calls.models import Application, CallPage


def keep_calls_with_applications(request, page):
    """Refuse to delete a call that was answered, or a page above one; say what to do instead."""
    if request.method != "POST":
        return None
    calls = CallPage.objects.descendant_of(page, inclusive=True)
    answers = Application.objects.filter(call__in=calls).count()
    if not answers:
        return None
    messages.error(
        request,
        f"“{page.title}” can't be deleted: {answers} applications belong to it. Unpublish it instead; "
        "the applications stay in the register.",
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
