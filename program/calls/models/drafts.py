from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from program.calls.querysets import DraftQuerySet


class Draft(models.Model):
    """Answers that somebody began and wants to finish later; no application yet, and read by nobody.

    Kept under the digest of the same secret as the application it becomes, and gone once that is stored.
    Written by ``services.drafting`` and by nothing else.
    """

    call = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="drafts")
    secret_digest = models.CharField(max_length=64, unique=True)
    # What the form held, as it was posted: {name: [values]}. Nothing of it has been checked.
    data = models.JSONField(default=dict)
    email = models.EmailField(blank=True)
    forward = models.ForeignKey(
        "calls.NameForward", null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts"
    )
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    # What goes with it. Its links and files belong to the application once it is sent.
    links = GenericRelation("links.PersonalLink")
    letters = GenericRelation("letters.Letter")
    files = GenericRelation("files.PrivateFile")

    objects = DraftQuerySet.as_manager()

    # Wagtail would otherwise write down beside it what each leads to.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self):
        return f"Draft for {self.call}"


class LateCode(models.Model):
    """A personal code that opens a closed call to one answer until a date. Kept as a digest."""

    call = models.ForeignKey("calls.CallPage", on_delete=models.CASCADE, related_name="late_codes")
    who_for = models.CharField(
        "who it is for", max_length=120, help_text="So that colleagues know; never shown outside."
    )
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    opens_until = models.DateTimeField("opens the call until")
    made_at = models.DateTimeField(editable=False)
    made_by = models.ForeignKey("home.User", null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    used_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = "late code"

    def __str__(self):
        return f"{self.who_for}, {self.call}"
