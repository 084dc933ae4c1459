"""What search sorts its results by: the rooms of the site, as readers know them."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.formats import date_format
from wagtail.models import Page

from home.models import HomePage, StandardPage
from home.templatetags.moments import in_words
from program.calls.models import CallIndexPage, CallPage
from program.models import ProgramIndexPage, ProgramPage
from spotlights.models import SpotlightIndexPage, SpotlightPage


@dataclass(frozen=True)
class Kind:
    key: str
    label: str
    models: tuple[type[Page], ...]

    @property
    def searched(self) -> type[Page]:
        """The model a search runs on: the one of this kind, or pages in general."""
        return self.models[0] if len(self.models) == 1 else Page

    @property
    def content_type_ids(self) -> set[int]:
        return {content_type.pk for content_type in ContentType.objects.get_for_models(*self.models).values()}


KINDS = (
    Kind("calls", "Calls", (CallPage,)),
    Kind("spotlights", "Spotlights", (SpotlightPage,)),
    Kind("program", "The program", (ProgramPage,)),
    Kind("pages", "Other pages", (StandardPage, HomePage, ProgramIndexPage, CallIndexPage, SpotlightIndexPage)),
)


def meta(page: Page, now) -> str:
    """The line under a result that helps to choose: when a call closes, when a spotlight was lit."""
    if isinstance(page, CallPage):
        verb = "Closed" if page.closes_at < now else "Closes"
        return f"{page.get_kind_display()} · {page.group} · {verb} {in_words(page.closes_at)}"
    if isinstance(page, SpotlightPage):
        return date_format(page.date, "F Y")
    return ""
