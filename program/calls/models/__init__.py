from .announcements import AnnouncedDecision, Announcement
from .applications import Application, StatusChange
from .counts import ApplicationCount, CallSubscription, DemographicAnswer, DemographicQuestion
from .drafts import Draft, LateCode
from .forwards import NameForward
from .offerings import Criterion, LetterText, SeatGroup
from .pages import CallIndexPage, CallPage
from .people import Appointment, CallReader
from .questions import CallQuestion
from .readings import Conflict, Reading, Score

__all__ = [
    "AnnouncedDecision",
    "Announcement",
    "Application",
    "ApplicationCount",
    "Appointment",
    "CallIndexPage",
    "CallPage",
    "CallQuestion",
    "CallReader",
    "CallSubscription",
    "Conflict",
    "Criterion",
    "DemographicAnswer",
    "DemographicQuestion",
    "Draft",
    "LateCode",
    "LetterText",
    "NameForward",
    "Reading",
    "Score",
    "SeatGroup",
    "StatusChange",
]
