from .exporting import export_applications

__all__ = ["export_applications"]
