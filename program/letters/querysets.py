"""Reads of letters. Whatever depends on the time takes the clock."""

from datetime import datetime, timedelta

from django.db import models

from program.letters.enums import LetterState

SHOULD_HAVE_LEFT = timedelta(hours=1)


class LetterQuerySet(models.QuerySet):
    def due(self, at: datetime) -> "LetterQuerySet":
        """Letters to send at ``at``, the longest due first: waiting ones, and those whose sender ended over them."""
        unsent = [LetterState.WAITING, LetterState.SENDING]
        return self.filter(state__in=unsent, next_try_at__lte=at).order_by("next_try_at", "pk")

    def stuck(self) -> "LetterQuerySet":
        """Letters that nobody tries to send any more."""
        return self.filter(state=LetterState.STUCK)

    def overdue(self, at: datetime) -> "LetterQuerySet":
        """Letters written over an hour before ``at`` that nobody has tried to send."""
        return self.filter(state=LetterState.WAITING, attempts=0, next_try_at__lt=at - SHOULD_HAVE_LEFT)
