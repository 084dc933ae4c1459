from .images import CustomImage, CustomRendition
from .pages import HomePage, StandardPage
from .people import User
from .settings import AssociationSettings
from .vocabulary import CareerStage, Channel, Region, Topic

__all__ = [
    "AssociationSettings",
    "CareerStage",
    "Channel",
    "CustomImage",
    "CustomRendition",
    "HomePage",
    "Region",
    "StandardPage",
    "Topic",
    "User",
]
