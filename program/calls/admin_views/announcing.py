"""Announcing the pending decisions of a call: every letter shown first, then one button, then its progress."""

from collections import Counter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from program.calls.enums import LETTER_STATUSES, Status
from program.calls.models import Announcement, Application, CallPage
from program.calls.permissions import may_announce
from program.calls.services import announcing

LETTERS_A_PAGE = 50


def announce(request, pk):
    """The dry run of what is pending in a call; on POST it is begun, if it is still what was shown."""
    if not may_announce(request.user):
        raise PermissionDenied
    call = get_object_or_404(CallPage, pk=pk)
    if request.method == "POST":
        return _begin(request, call)
    every_letter = announcing.preview(call=call, at=request.arrived_at)
    # Nobody learns here, before it is announced, what was decided about themselves.
    closed = set(call.applications.closed_to(request.user).values_list("pk", flat=True))
    letters = [letter for letter in every_letter if letter.application.pk not in closed]
    pending = Counter(letter.status for letter in letters)
    # A letter is put into words when it is shown: hundreds at once would take seconds.
    page = Paginator(letters, LETTERS_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "call": call,
        "number": len(every_letter),
        "not_shown": len(every_letter) - len(letters),
        "letters": page,
        "examples": list({letter.status: letter for letter in reversed(page)}.values()),
        "shown": announcing.fingerprint(call),
        "counts": [(label, pending[status]) for status, label in LETTER_STATUSES],
        "places": pending[Status.OFFERED] + call.applications.holding_a_place().count(),
        "undecided": call.applications.undecided_and_not_pending().count(),
        "closed": not call.is_accepting(request.arrived_at),
        "announcements": call.announcements.select_related("by"),
    }
    return TemplateResponse(request, "calls/admin/announce.html", context)


def announcement(request, pk):
    """How far an announcement is, counted from its rows; nothing is moved by looking."""
    if not may_announce(request.user):
        raise PermissionDenied
    announcement = get_object_or_404(Announcement.objects.select_related("call", "by"), pk=pk)
    decisions = announcement.decisions
    waiting, total = decisions.waiting().count(), decisions.count()
    context = {
        "announcement": announcement,
        "total": total,
        "waiting": waiting,
        "told": decisions.exclude(done_at=None).count(),
        "left_out": decisions.exclude(left_out="")
        .exclude(application__in=Application.objects.closed_to(request.user).values("pk"))
        .select_related("application"),
        "over": total - waiting,
    }
    return TemplateResponse(request, "calls/admin/announcement.html", context)


def _begin(request, call):
    try:
        begun = announcing.begin(call=call, shown=request.POST.get("shown", ""), by=request.user, at=request.arrived_at)
    except announcing.NotAsShown:
        messages.error(
            request,
            "Nothing was sent: what is pending is no longer what this page showed, or it is being announced already. "
            "Look through the letters once more.",
        )
        return redirect("announce", call.pk)
    return redirect("announcement", begun.pk)
