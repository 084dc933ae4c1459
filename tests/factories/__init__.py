"""Makers of valid, publishable things. A factory without arguments gives something that an editor could publish."""

from .answers import ApplicationFactory, as_posted, filled_in
from .calls import (
    AppointmentFactory,
    CallIndexPageFactory,
    CallPageFactory,
    CallReaderFactory,
    CriterionFactory,
    QuestionFactory,
    SeatGroupFactory,
)
from .clock import NOW
from .forwards import NameForwardFactory
from .home import (
    CareerStageFactory,
    ChannelFactory,
    DocumentFactory,
    HomePageFactory,
    PictureFactory,
    RegionFactory,
    StandardPageFactory,
    TopicFactory,
)
from .people import (
    AdministratorFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
    SuperuserFactory,
    UserFactory,
)
from .program import CycleFactory, ProgramIndexPageFactory, ProgramPageFactory
from .spotlights import ColleagueFactory, SpotlightIndexPageFactory, SpotlightPageFactory

__all__ = [
    "NOW",
    "AdministratorFactory",
    "ApplicationFactory",
    "AppointmentFactory",
    "CallIndexPageFactory",
    "CallPageFactory",
    "CallReaderFactory",
    "CareerStageFactory",
    "ChannelFactory",
    "ColleagueFactory",
    "CriterionFactory",
    "CycleFactory",
    "DocumentFactory",
    "EditorFactory",
    "HomePageFactory",
    "ModeratorFactory",
    "NameForwardFactory",
    "PictureFactory",
    "ProgramIndexPageFactory",
    "ProgramPageFactory",
    "QuestionFactory",
    "ReaderFactory",
    "RegionFactory",
    "SeatGroupFactory",
    "SpotlightIndexPageFactory",
    "SpotlightPageFactory",
    "StandardPageFactory",
    "SuperuserFactory",
    "TopicFactory",
    "UserFactory",
    "as_posted",
    "filled_in",
]
