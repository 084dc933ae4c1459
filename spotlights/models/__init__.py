from .colleagues import SpotlightColleague
from .pages import SpotlightIndexPage, SpotlightPage

__all__ = ["SpotlightColleague", "SpotlightIndexPage", "SpotlightPage"]
