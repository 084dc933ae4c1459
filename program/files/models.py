from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import storages
from django.db import models

from program.files.enums import Kind
from program.files.querysets import PrivateFileQuerySet


class PrivateFile(models.Model):
    """One file that somebody sent us, and whom it belongs to.

    Stored by ``services.store`` and by nothing else. When the row goes, by whatever road, its content goes
    after the commit (``services.forget_content``). A model that owns files has a ``GenericRelation`` here,
    so that they go with it.
    """

    # Random, and the only name that the storage knows.
    stored_as = models.CharField(max_length=80, unique=True, editable=False)
    name = models.CharField(max_length=120, editable=False)
    kind = models.CharField(max_length=8, choices=Kind, editable=False)
    size = models.PositiveIntegerField(editable=False)
    # Of what is stored; and of what was sent, by which a repeated send is known.
    sha256 = models.CharField(max_length=64, editable=False)
    sent_sha256 = models.CharField(max_length=64, editable=False)
    pages = models.PositiveIntegerField(null=True, editable=False)
    uploaded_at = models.DateTimeField(db_index=True, editable=False)

    # Who uploaded it, for instance the digest of a form's secret, and which question it answers.
    holder = models.CharField(max_length=64, editable=False)
    slot = models.CharField(max_length=120, editable=False)
    content_type = models.ForeignKey(ContentType, null=True, editable=False, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField(null=True, editable=False)
    owner = GenericForeignKey("content_type", "object_id")

    objects = PrivateFileQuerySet.as_manager()

    class Meta:
        ordering = ["uploaded_at", "pk"]
        # Nobody manages these rows: who may see a file follows from what it belongs to.
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="private_file_owner")]
        constraints = [
            models.UniqueConstraint(fields=["holder", "slot"], name="one_private_file_in_a_slot"),
            models.CheckConstraint(
                condition=models.Q(content_type=None, object_id=None)
                | models.Q(content_type__isnull=False, object_id__isnull=False),
                name="private_file_owner_is_whole",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_attached(self) -> bool:
        return self.content_type_id is not None

    def open(self):
        """The content, from its beginning. Raises ``FileNotFoundError`` where the storage has lost it."""
        return storages["private"].open(self.stored_as)
