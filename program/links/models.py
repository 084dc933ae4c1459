from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from program.links.querysets import PersonalLinkQuerySet


class PersonalLink(models.Model):
    """One way in for whoever holds its secret. Made, found and ended by ``services`` and by nothing else.

    The secret is not stored: it is derived from ``nonce`` and the site's SECRET_KEY, and ``digest`` is
    all that it is looked up by. A model that is a target declares a ``GenericRelation`` to this one, so
    that its links are deleted with it.
    """

    purpose = models.SlugField(max_length=32, help_text="What it opens; also the name of its address.")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    nonce = models.BinaryField(max_length=32)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    # Empty: as long as its target lives.
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalLinkQuerySet.as_manager()

    # Wagtail would otherwise write down beside it what each link leads to.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "personal link"
        indexes = [models.Index(fields=["content_type", "object_id", "purpose"], name="link_by_target")]

    def __str__(self):
        return f"{self.purpose} {self.pk}"
