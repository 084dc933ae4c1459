"""What spotlights ask of staff today, for the front page of the admin."""

from urllib.parse import urlencode

from django.urls import reverse
from wagtail.permissions import page_permission_policy

from home.attention import AttentionItem
from home.models import AssociationSettings
from spotlights.models import SpotlightPage


def waiting_in_spotlights(request) -> list[AttentionItem]:
    """Colleagues who have not said yes yet, and spotlights whose review day has passed."""
    if not page_permission_policy.user_has_permission(request.user, "change"):
        return []
    today = AssociationSettings.load(request_or_site=request).local_date(request.arrived_at)
    return [
        AttentionItem(
            SpotlightPage.objects.waiting_for_yes().count(),
            "spotlight waits for its colleague’s yes",
            "spotlights wait for their colleague’s yes",
            _listing("waiting"),
        ),
        AttentionItem(
            SpotlightPage.objects.past_review(on=today).count(),
            "spotlight is past its review day",
            "spotlights are past their review day",
            _listing("past_review"),
        ),
    ]


def _listing(needs: str) -> str:
    return f"{reverse('spotlight_listing:index')}?{urlencode({'needs': needs})}"
