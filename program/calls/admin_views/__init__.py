from .announcing import announce, announcement
from .deleting import asked_for_deletion, delete_application
from .exporting import export_applications
from .files import open_file
from .progress import CallsBeingRead, LiftConflictView, ProgressView, RemindView
from .reading import ApplicationsToRead, CallsToRead, ConflictView, ReadView
from .year import year_report

__all__ = [
    "ApplicationsToRead",
    "CallsBeingRead",
    "CallsToRead",
    "ConflictView",
    "LiftConflictView",
    "ProgressView",
    "ReadView",
    "RemindView",
    "announce",
    "announcement",
    "asked_for_deletion",
    "delete_application",
    "export_applications",
    "open_file",
    "year_report",
]
