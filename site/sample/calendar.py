"""Days counted from the day of loading, so that a sample never looks stale."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Calendar:
    """Turns “in five days, 11:59 pm” into what an editor types, in the association's zone."""

    today: date
    zone: ZoneInfo

    def day(self, offset: int | None) -> str:
        """The day ``offset`` days from today as a date field takes it; empty for none."""
        return "" if offset is None else (self.today + timedelta(days=offset)).isoformat()

    def typed(self, offset: int, clock: str) -> str:
        """That day and time as a date-and-time field takes it."""
        return f"{self.day(offset)} {clock}"

    def moment(self, offset: int, clock: str = "18:20") -> datetime:
        """That day and time, aware."""
        on = self.today + timedelta(days=offset)
        return datetime.combine(on, time.fromisoformat(clock), tzinfo=self.zone)
