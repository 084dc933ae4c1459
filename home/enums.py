"""Choices that several rooms share. A leaf: imports nothing of ours."""

from django.db.models import TextChoices


class LibraryType(TextChoices):
    PUBLIC = "public", "Public library"
    SCHOOL = "school", "School library"
    ACADEMIC = "academic", "Academic library"
    SPECIAL = "special", "Special library"
    SYSTEM = "system", "Library system or state agency"
    OTHER = "other", "Something else"


class LibrarySize(TextChoices):
    """By the people a library serves: residents, pupils, students or staff, whichever are its public."""

    TINY = "tiny", "Serves fewer than 2,500 people"
    SMALL = "small", "Serves 2,500 to 9,999 people"
    MEDIUM = "medium", "Serves 10,000 to 49,999 people"
    LARGE = "large", "Serves 50,000 people or more"


class AssociationTimeZone(TextChoices):
    """The zones a state association can keep; the label is what readers see after a time."""

    EASTERN = "America/New_York", "Eastern"
    INDIANA = "America/Indiana/Indianapolis", "Eastern (Indiana)"
    CENTRAL = "America/Chicago", "Central"
    MOUNTAIN = "America/Denver", "Mountain"
    ARIZONA = "America/Phoenix", "Mountain (Arizona)"
    PACIFIC = "America/Los_Angeles", "Pacific"
    ALASKA = "America/Anchorage", "Alaska"
    HAWAII = "Pacific/Honolulu", "Hawaii"
    ATLANTIC = "America/Puerto_Rico", "Atlantic"
    SAMOA = "Pacific/Pago_Pago", "Samoa"
    CHAMORRO = "Pacific/Guam", "Chamorro"
