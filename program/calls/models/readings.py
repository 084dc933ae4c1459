from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from program.calls.enums import Recommendation

LOWEST, HIGHEST = 1, 5


class Reading(models.Model):
    """What one reader thinks of one application. Written by ``services.reading`` and by nothing else."""

    application = models.ForeignKey("calls.Application", on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="readings")
    recommendation = models.CharField(max_length=8, choices=Recommendation)
    comment = models.TextField(max_length=4_000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "reader"], name="one_reading_per_application_and_reader")
        ]

    def __str__(self):
        return f"{self.reader}: {self.get_recommendation_display()}"


class Score(models.Model):
    """A reader's score for one criterion. Keeps the criterion's name, so that a later edit loses nothing."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="scores")
    criterion = models.CharField(max_length=80)
    value = models.PositiveSmallIntegerField(validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)])

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["reading", "criterion"], name="one_score_per_criterion")]

    def __str__(self):
        return f"{self.criterion}: {self.value}"


class Conflict(models.Model):
    """A reader's word that they can't be fair about an application; it is closed to them from then on."""

    application = models.ForeignKey("calls.Application", on_delete=models.CASCADE, related_name="conflicts")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conflicts")
    why = models.CharField(max_length=255, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "reader"], name="one_conflict_per_application_and_reader")
        ]

    def __str__(self):
        return f"{self.reader} on {self.application}"
