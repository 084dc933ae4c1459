from datetime import timedelta

import factory
import wagtail_factories

from program.models import ProgramCycle, ProgramIndexPage, ProgramPage

from .clock import this_second
from .home import SUMMARY, HomePageFactory


class ProgramIndexPageFactory(wagtail_factories.PageFactory):
    """The one way in to the program pages: made the first time, found later."""

    parent = factory.LazyFunction(HomePageFactory)
    title = "The program"
    slug = "program"
    summary = SUMMARY
    show_in_menus = True

    class Meta:
        model = ProgramIndexPage
        django_get_or_create = ["parent", "slug"]


class CycleFactory(factory.django.DjangoModelFactory):
    """A round of the program whose sign-up is open at ``now``. Build it and give it to a page."""

    class Params:
        now = factory.LazyFunction(this_second)

    name = factory.Sequence(lambda number: f"Cycle {number}")
    window_opens_at = factory.LazyAttribute(lambda cycle: cycle.now - timedelta(days=5))
    window_closes_at = factory.LazyAttribute(lambda cycle: cycle.now + timedelta(days=15))
    matched_by = factory.LazyAttribute(lambda cycle: (cycle.window_closes_at + timedelta(days=20)).date())
    starts_on = factory.LazyAttribute(lambda cycle: cycle.matched_by + timedelta(days=7))
    ends_on = factory.LazyAttribute(lambda cycle: cycle.starts_on + timedelta(days=200))

    class Meta:
        model = ProgramCycle
        strategy = factory.BUILD_STRATEGY


class ProgramPageFactory(wagtail_factories.PageFactory):
    parent = factory.LazyFunction(ProgramIndexPageFactory)
    title = factory.Sequence(lambda number: f"Part of the program {number}")
    summary = SUMMARY
    cycles = factory.LazyFunction(lambda: [CycleFactory()])

    class Meta:
        model = ProgramPage
