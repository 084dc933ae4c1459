"""The counts of a year: from the applications that are there and from the thin rows of those deleted."""

from .report import Report, years
from .rows import ANSWERS, days_to_answer, heard_in_time, monday_of

__all__ = ["ANSWERS", "Report", "days_to_answer", "heard_in_time", "monday_of", "years"]
