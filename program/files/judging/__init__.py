"""Judging a file by what is in it, never by its name or by what a browser says it is."""

from program.files.judging.judge import Judged, judge
from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

__all__ = ["Judged", "Limits", "Refused", "judge"]
