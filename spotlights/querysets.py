"""Reads of spotlights. Whatever depends on the day takes it."""

from datetime import date

from django.db import models
from wagtail.models import PageManager

from home.querysets import VisibleQuerySet

# From the name of a filter in an address to the field it asks.
FILTERS = {
    "topic": "topics__slug",
    "region": "region__slug",
    "library_type": "library_type",
    "library_size": "library_size",
    "career_stage": "career_stage__slug",
}


class SpotlightQuerySet(VisibleQuerySet):
    def newest_first(self) -> "SpotlightQuerySet":
        return self.order_by("-date", "-pk")

    def for_cards(self) -> "SpotlightQuerySet":
        """With what a card shows, in a fixed number of queries; renditions come from their own cache."""
        return self.select_related("picture").prefetch_related("colleagues")

    def matching(self, filters: dict) -> "SpotlightQuerySet":
        """Spotlights that match every filter given; ``filters`` is what ``SpotlightFilterForm.chosen`` holds."""
        spotlights = self
        for name, value in filters.items():
            spotlights = spotlights.filter(**{FILTERS[name]: value})
        return spotlights

    def past_review(self, on: date) -> "SpotlightQuerySet":
        """Published spotlights whose review-by day lies before ``on``, the oldest first."""
        return self.live().filter(review_by__lt=on).order_by("review_by")

    def waiting_for_yes(self) -> "SpotlightQuerySet":
        """Spotlights not yet published with a colleague whose yes is not recorded."""
        missing = models.Q(colleagues__consented_on__isnull=True) | models.Q(colleagues__consents_to_text=False)
        return self.filter(missing, live=False).distinct()


SpotlightManager = PageManager.from_queryset(SpotlightQuerySet)
