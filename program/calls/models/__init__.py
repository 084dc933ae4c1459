from .applications import Application, StatusChange
from .pages import CallIndexPage, CallPage
from .people import Appointment, CallReader
from .questions import CallQuestion

__all__ = [
    "Application",
    "Appointment",
    "CallIndexPage",
    "CallPage",
    "CallQuestion",
    "CallReader",
    "StatusChange",
]
