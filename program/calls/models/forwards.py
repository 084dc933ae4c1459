from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from program.calls.enums import ForwardState


class NameForward(models.Model):
    """A colleague's name put forward for a call. Written by ``services.forwarding`` and by nothing else.

    The colleague gets one letter; whoever named them hears only what the colleague allows.
    """

    call = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="forwards")
    colleague_name = models.CharField(max_length=120)
    colleague_email = models.EmailField()
    by_name = models.CharField(max_length=120)
    by_email = models.EmailField()
    why = models.TextField(max_length=600)
    at = models.DateTimeField()
    # Keyed digest of the address it was sent from, for limits alone.
    sender_digest = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=12, choices=ForwardState, default=ForwardState.WRITTEN_TO)
    # Whether the colleague lets the one who named them know; None until they chose.
    may_tell = models.BooleanField(null=True)
    told_at = models.DateTimeField(null=True)

    links = GenericRelation("links.PersonalLink")
    letters = GenericRelation("letters.Letter")

    class Meta:
        ordering = ["-at"]
        verbose_name = "name put forward"
        verbose_name_plural = "names put forward"
        constraints = [
            models.UniqueConstraint(
                fields=["call", "colleague_email", "by_email"], name="one_forward_per_pair_and_call"
            )
        ]

    def __str__(self):
        return f"{self.colleague_name}, {self.call}"
