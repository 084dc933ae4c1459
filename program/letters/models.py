from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models

from program.letters.enums import LetterState, TryOutcome
from program.letters.querysets import LetterQuerySet


def kind_in_words(kind: str) -> str:
    """A kind as staff read it: ``application_received`` is “Application received”."""
    return kind.replace("_", " ").capitalize()


class Letter(models.Model):
    """One letter to one person, kept until it is sent and after.

    Written by ``services.writing.write``; its state is moved by ``services.delivering`` and
    ``services.managing``; ``services.forgetting`` deletes what is old. A model that letters are about declares
    a ``GenericRelation``, so that they are deleted with it.
    """

    kind = models.SlugField(max_length=40)
    to = models.CharField(max_length=254, blank=True)
    to_name = models.CharField("name", max_length=200, blank=True)
    subject = models.CharField(max_length=150, blank=True)
    # Where a personal link belongs stands its name between two marks (``words.mark``), never its address.
    text = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    unsolicited = models.BooleanField("not asked for", default=False)

    # One intention, one letter: who writes again under the same key gets the first letter.
    unique_key = models.CharField(max_length=200, null=True, blank=True, unique=True)
    # Made once, so that a copy sent twice is known as one.
    message_id = models.CharField(max_length=255, unique=True)

    content_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("content_type", "object_id")
    # A link that ends all letters not asked for leads to the letter it came in.
    own_links = GenericRelation("links.PersonalLink")

    state = models.CharField(max_length=12, choices=LetterState, default=LetterState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    # While it is being sent: when the lease of its sender ends and another takes it.
    next_try_at = models.DateTimeField()
    lease = models.UUIDField(null=True, blank=True)
    give_up_at = models.DateTimeField(null=True, blank=True)

    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    resent_at = models.DateTimeField(null=True, blank=True)
    resent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    discarded_at = models.DateTimeField(null=True, blank=True)
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = LetterQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="letter_about"),
            models.Index(fields=["-written_at", "-id"], name="letter_newest"),
            models.Index(
                fields=["next_try_at", "id"],
                name="letter_due",
                condition=models.Q(state__in=[LetterState.WAITING, LetterState.SENDING]),
            ),
        ]

    def __str__(self):
        return self.subject


class LetterLink(models.Model):
    """Which personal link stands in a letter under which name."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="letter_links")
    name = models.SlugField(max_length=32)
    link = models.ForeignKey("links.PersonalLink", on_delete=models.CASCADE, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "name"], name="one_link_per_letter_and_name")]

    def __str__(self):
        return self.name


class LetterTry(models.Model):
    """One try to send a letter, and what the mail server said."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=TryOutcome)
    words = models.CharField(max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.get_outcome_display()


class NeverWrite(models.Model):
    """Somebody who asked never to be written to. The address is not kept, only its digest under our key."""

    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "address never to write to"
        verbose_name_plural = "addresses never to write to"

    def __str__(self):
        return self.digest[:8]
