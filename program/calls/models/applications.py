from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from home.enums import LibraryType
from program.calls.enums import Actor, Membership, Status
from program.calls.querysets import ApplicationQuerySet


class Application(models.Model):
    """One answer to one call.

    Stored by ``services.answering.submit`` and by nothing else; its status is moved by
    ``services.deciding.move`` and by nothing else.
    """

    call = models.ForeignKey("calls.CallPage", on_delete=models.PROTECT, related_name="applications")
    reference = models.CharField(max_length=9, unique=True, editable=False)
    # SHA-256 of the secret that the form was opened with. It makes a repeated send the same
    # application, and opens the receipt; the secret itself is only in the applicant's hands.
    secret_digest = models.CharField(max_length=64, unique=True, editable=False)
    # Sent by the link of a draft's letter. The secret of the page that the draft began on may then be somebody
    # else's, who began it for them: it sends nothing twice, but it opens nothing.
    sent_by_link = models.BooleanField(default=False, editable=False)
    received_at = models.DateTimeField(editable=False)
    status = models.CharField(max_length=16, choices=Status, default=Status.RECEIVED, editable=False)

    name = models.CharField("your name", max_length=120)
    pronouns = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail address")
    phone = models.CharField("phone number", max_length=40, blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    career_stage = models.ForeignKey("home.CareerStage", null=True, blank=True, on_delete=models.PROTECT)
    member = models.CharField(
        "are you a member of the association?", max_length=8, choices=Membership, default=Membership.UNSURE
    )
    member_number = models.CharField(max_length=40, blank=True)

    first_time = models.BooleanField(
        "is this your first time on a committee, panel or board of the association?", null=True, blank=True
    )

    library = models.CharField(max_length=120)
    library_type = models.CharField(max_length=12, choices=LibraryType)
    city = models.CharField("city or town", max_length=80, blank=True)
    region = models.ForeignKey("home.Region", null=True, blank=True, on_delete=models.PROTECT)

    # A copy of each question with its answer, in order:
    # {"key", "question", "help", "kind", "sensitive", "answer": str | bool | list[str]}
    # The answer to a question for a file is the id of its ``PrivateFile``, as text; "" for none.
    answers = models.JSONField(default=list, editable=False)
    # What was asked only after the place was accepted, in the same shape.
    later_answers = models.JSONField(default=list, editable=False)
    # The names of the groups or seats somebody would like, the first choice first.
    ranked_seats = models.JSONField(default=list, editable=False)

    availability = models.TextField(max_length=600, blank=True)
    access_needs = models.TextField("access or travel needs", max_length=600, blank=True)
    put_forward_by = models.CharField(max_length=120, blank=True)
    keep_in_mind = models.BooleanField(default=False)
    agreed_at = models.DateTimeField(editable=False)
    # What the applicant agreed to, in the words of that day: {"who_reads", "who_decides", "kept_months", "hear_by"}.
    terms = models.JSONField(default=dict, editable=False)
    keep_until = models.DateField(null=True, db_index=True, editable=False)

    corrected_at = models.DateTimeField(null=True, editable=False)
    # A decision made and not yet told; ``services.announcing`` turns it into the status.
    pending_status = models.CharField(max_length=16, choices=Status, blank=True, editable=False)
    pending_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    pending_at = models.DateTimeField(null=True, editable=False)
    pending_why = models.CharField(max_length=500, blank=True, editable=False)
    # The last moment at which an offered place can be accepted.
    offer_until = models.DateTimeField(null=True, editable=False)
    deletion_asked_at = models.DateTimeField(null=True, editable=False)
    gave_demographics = models.BooleanField(default=False, editable=False)
    late_code = models.OneToOneField(
        "calls.LateCode", null=True, on_delete=models.SET_NULL, related_name="application", editable=False
    )
    forward = models.ForeignKey(
        "calls.NameForward", null=True, on_delete=models.SET_NULL, related_name="applications", editable=False
    )

    # What goes with it.
    links = GenericRelation("links.PersonalLink")
    letters = GenericRelation("letters.Letter")
    files = GenericRelation("files.PrivateFile")

    objects = ApplicationQuerySet.as_manager()

    # Wagtail would otherwise write down beside it what each leads to.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["call", "status", "-received_at"], name="application_register"),
            models.Index(fields=["-received_at", "-id"], name="application_newest"),
            models.Index(fields=["call", "pending_status"], name="application_pending"),
        ]

    def __str__(self):
        return f"{self.name} · {self.reference}"

    @property
    def public_status(self) -> str:
        """Where the application stands, in the applicant's words."""
        return Status(self.status).public_name


class StatusChange(models.Model):
    """Who moved an application, from where to where, when and why. Written by ``services.deciding.move``."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="status_changes")
    from_status = models.CharField(max_length=16, choices=Status)
    to_status = models.CharField(max_length=16, choices=Status)
    at = models.DateTimeField()
    actor = models.CharField(max_length=10, choices=Actor, default=Actor.STAFF)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_from_status_display()} → {self.get_to_status_display()}"
