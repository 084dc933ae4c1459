"""Reads of private files. Whatever depends on the time takes the clock."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models


class PrivateFileQuerySet(models.QuerySet):
    def unattached(self) -> "PrivateFileQuerySet":
        """Files that belong to nothing yet."""
        return self.filter(content_type=None)

    def unattached_before(self, at: datetime) -> "PrivateFileQuerySet":
        """Files uploaded before ``at`` that belong to nothing yet, the oldest first."""
        return self.unattached().filter(uploaded_at__lt=at).order_by("uploaded_at", "pk")

    def of(self, owner: models.Model) -> "PrivateFileQuerySet":
        """The files that belong to ``owner``."""
        return self.filter(content_type=ContentType.objects.get_for_model(owner), object_id=owner.pk)

    def held_by(self, holder: str) -> "PrivateFileQuerySet":
        """The files that were uploaded under ``holder``, attached since or not."""
        return self.filter(holder=holder)
