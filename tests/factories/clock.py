from datetime import UTC, datetime

from django.utils import timezone

# A Monday, at noon where the association is (Central, standard time).
NOW = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)


def this_second() -> datetime:
    """Now, to the second: as editors write times, and as requests arrive."""
    return timezone.now().replace(microsecond=0)
