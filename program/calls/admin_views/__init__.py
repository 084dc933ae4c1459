from .deleting import asked_for_deletion, delete_application
from .exporting import export_applications

__all__ = ["asked_for_deletion", "delete_application", "export_applications"]
