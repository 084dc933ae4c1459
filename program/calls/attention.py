"""What open calls ask of staff today, for the front page of the admin."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.permissions import page_permission_policy

from home.attention import AttentionItem
from home.models import AssociationSettings
from program.calls.enums import Status
from program.calls.models import Announcement, Application, CallPage
from program.calls.permissions import may_announce, may_delete_application, may_manage_applications


def waiting_in_calls(request) -> list[AttentionItem]:
    """What is left to read, unread answers, calls about to close, and closed calls that owe an answer."""
    left = Application.objects.left_to(request.user).count()
    items = [
        AttentionItem(left, "application for you to read", "applications for you to read", reverse("reading:calls"))
    ]
    if may_manage_applications(request.user):
        register = reverse("calls_application_modeladmin_index")
        items.append(
            AttentionItem(
                Application.objects.readable_by(request.user).waiting().count(),
                "application received and not yet looked at",
                "applications received and not yet looked at",
                f"{register}?{urlencode({'status__exact': Status.RECEIVED})}",
            )
        )
    if may_delete_application(request.user):
        items.append(
            AttentionItem(
                Application.objects.readable_by(request.user).asking_for_deletion().count(),
                "applicant who asked to be deleted",
                "applicants who asked to be deleted",
                reverse("asked_for_deletion"),
            )
        )
    if may_announce(request.user):
        items += _of_decisions(request.arrived_at)
    if page_permission_policy.user_has_permission(request.user, "change"):
        now = request.arrived_at
        today = AssociationSettings.load(request_or_site=request).local_date(now)
        calls = CallPage.objects.live()
        items += [
            AttentionItem(
                calls.closing_soon(at=now).count(),
                "call closing within a week",
                "calls closing within a week",
                _calls("closing_soon"),
            ),
            AttentionItem(
                calls.owing_an_answer(on=today).count(),
                "call whose applicants should have heard by now",
                "calls whose applicants should have heard by now",
                _calls("owing"),
            ),
        ]
    return items


def _of_decisions(now: datetime) -> list[AttentionItem]:
    register = reverse("calls_application_modeladmin_index")
    standing = Announcement.objects.standing_still(at=now)
    first = standing.first()
    return [
        AttentionItem(
            Application.objects.pending().count(),
            "decision made and not announced",
            "decisions made and not announced",
            f"{register}?{urlencode({'pending': 'any'})}",
        ),
        AttentionItem(
            Application.objects.offers_over(at=now).count(),
            "offer not answered by its day",
            "offers not answered by their day",
            f"{register}?{urlencode({'offer': 'over'})}",
        ),
        AttentionItem(
            standing.count(),
            "announcement that does not move on: is the worker running?",
            "announcements that do not move on: is the worker running?",
            reverse("announcement", args=[first.pk]) if first else "",
        ),
    ]


def _calls(state: str) -> str:
    return f"{reverse('call_listing:index')}?{urlencode({'state': state})}"
