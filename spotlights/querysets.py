"""Reads of spotlights. Whatever depends on the day takes it."""

from datetime import date

from django.db import models
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class SpotlightQuerySet(PageQuerySet):
    def newest_first(self) -> "SpotlightQuerySet":
        return self.order_by("-date", "-pk")

    def for_cards(self) -> "SpotlightQuerySet":
        """What a list of cards shows, in a fixed number of queries."""
        return self.select_related("picture").prefetch_related("colleagues", "topics", "picture__renditions")

    def matching(self, filters: dict) -> "SpotlightQuerySet":
        """Spotlights that match every filter given; ``filters`` is a valid filter form's cleaned data."""
        spotlights = self
        if filters.get("topic"):
            spotlights = spotlights.filter(topics=filters["topic"])
        for field in ("region", "library_type", "library_size", "career_stage"):
            if filters.get(field):
                spotlights = spotlights.filter(**{field: filters[field]})
        return spotlights

    def past_review(self, on: date) -> "SpotlightQuerySet":
        """Published spotlights whose review-by day lies before ``on``, the oldest first."""
        return self.live().filter(review_by__lt=on).order_by("review_by")

    def waiting_for_yes(self) -> "SpotlightQuerySet":
        """Spotlights not yet published with a colleague whose yes is not recorded."""
        return self.filter(live=False, colleagues__consented_on__isnull=True).distinct()


SpotlightManager = PageManager.from_queryset(SpotlightQuerySet)


class ColleagueQuerySet(models.QuerySet):
    def consenting(self) -> "ColleagueQuerySet":
        """Colleagues whose yes to the text stands."""
        return self.filter(consents_to_text=True, consented_on__isnull=False, withdrawn_on__isnull=True)
