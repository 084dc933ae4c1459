"""Reads of letters. Whatever depends on the time takes the clock."""

from datetime import datetime, timedelta

from django.db import models

from program.letters.enums import LetterState

UNSENT = (LetterState.WAITING, LetterState.SENDING)
SHOULD_HAVE_LEFT = timedelta(hours=1)


class LetterQuerySet(models.QuerySet):
    def due(self, at: datetime) -> "LetterQuerySet":
        """Letters to send at ``at``, the longest due first: waiting ones, and those whose sender ended over them."""
        return self.filter(state__in=UNSENT, next_try_at__lte=at).order_by("next_try_at", "pk")

    def stuck(self) -> "LetterQuerySet":
        """Letters that nobody tries to send any more."""
        return self.filter(state=LetterState.STUCK)

    def overdue(self, at: datetime) -> "LetterQuerySet":
        """Letters that were due over an hour before ``at`` and that no worker has taken since."""
        return self.due(at - SHOULD_HAVE_LEFT)
