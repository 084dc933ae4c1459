"""Reads of personal links."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class PersonalLinkQuerySet(models.QuerySet):
    def valid(self, at: datetime) -> "PersonalLinkQuerySet":
        """Links that open something at ``at``: not revoked, and not past their end. The last second counts."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gte=at), revoked_at=None)

    def leading_to(self, target: models.Model) -> "PersonalLinkQuerySet":
        """Links whose target is ``target``, valid or not."""
        return self.filter(content_type=ContentType.objects.get_for_model(target), object_id=target.pk)
