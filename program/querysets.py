from datetime import datetime

from django.apps import apps
from django.db import models


class CycleQuerySet(models.QuerySet):
    """Reads of program cycles. Each takes the clock."""

    def public(self) -> "CycleQuerySet":
        """Cycles of program pages that anybody may see."""
        return self.filter(page__in=apps.get_model("program.ProgramPage").objects.visible()).select_related("page")

    def not_over(self, at: datetime) -> "CycleQuerySet":
        """Cycles whose sign-up has not closed at ``at``, the next to close first."""
        return self.filter(window_closes_at__gt=at).order_by("window_closes_at")
