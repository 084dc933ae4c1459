from .applications import Application, StatusChange
from .pages import Appointment, CallIndexPage, CallPage, CallReader
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
