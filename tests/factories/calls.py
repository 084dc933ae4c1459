from datetime import timedelta

import factory
import wagtail_factories
from django.utils import timezone

from program.calls.enums import QuestionKind
from program.calls.models import (
    Appointment,
    CallIndexPage,
    CallPage,
    CallQuestion,
    CallReader,
    Criterion,
    SeatGroup,
)

from .clock import this_second
from .home import SUMMARY, HomePageFactory
from .people import ReaderFactory


class CallIndexPageFactory(wagtail_factories.PageFactory):
    """The one list of calls: made the first time, found later."""

    parent = factory.LazyFunction(HomePageFactory)
    title = "Open calls"
    slug = "calls"
    summary = SUMMARY
    show_in_menus = True

    class Meta:
        model = CallIndexPage
        django_get_or_create = ["parent", "slug"]


class QuestionFactory(factory.django.DjangoModelFactory):
    """A question, to be given to a call; ``field_type`` decides whether it needs choices."""

    label = factory.Sequence(lambda number: f"Why does this matter to you, in part {number}?")
    field_type = QuestionKind.MULTILINE
    required = True
    sort_order = factory.Sequence(lambda number: number)

    class Meta:
        model = CallQuestion
        strategy = factory.BUILD_STRATEGY


class SeatGroupFactory(factory.django.DjangoModelFactory):
    """One of several groups that a call fills, to be given to it."""

    name = factory.Sequence(lambda number: f"Sample group {number}")
    sort_order = factory.Sequence(lambda number: number)

    class Meta:
        model = SeatGroup
        strategy = factory.BUILD_STRATEGY


class CriterionFactory(factory.django.DjangoModelFactory):
    """Something readers score, to be given to a call."""

    name = factory.Sequence(lambda number: f"Criterion {number}")
    sort_order = factory.Sequence(lambda number: number)

    class Meta:
        model = Criterion
        strategy = factory.BUILD_STRATEGY


class AppointmentFactory(factory.django.DjangoModelFactory):
    """Somebody appointed who agreed to be named."""

    name = factory.Sequence(lambda number: f"Appointed Person {number}")
    library = "A sample library"
    said_yes_on = factory.LazyFunction(timezone.localdate)
    sort_order = factory.Sequence(lambda number: number)

    class Meta:
        model = Appointment
        strategy = factory.BUILD_STRATEGY


class CallPageFactory(wagtail_factories.PageFactory):
    """A call with one question, open at ``now`` and for three weeks more."""

    class Params:
        now = factory.LazyFunction(this_second)
        closed = factory.Trait(
            opens_at=factory.LazyAttribute(lambda call: call.now - timedelta(days=40)),
            closes_at=factory.LazyAttribute(lambda call: call.now - timedelta(days=10)),
        )
        upcoming = factory.Trait(
            opens_at=factory.LazyAttribute(lambda call: call.now + timedelta(days=10)),
            closes_at=factory.LazyAttribute(lambda call: call.now + timedelta(days=40)),
        )

    parent = factory.LazyFunction(CallIndexPageFactory)
    title = factory.Sequence(lambda number: f"Sample committee {number}")
    summary = SUMMARY
    group = "Youth Services Section"
    charge = "<p>To read widely and agree on a short list.</p>"
    opens_at = factory.LazyAttribute(lambda call: call.now - timedelta(days=10))
    closes_at = factory.LazyAttribute(lambda call: call.now + timedelta(days=21))
    hear_by = factory.LazyAttribute(lambda call: (call.closes_at + timedelta(days=30)).date())
    who_decides = "The president-elect, as appointing officer"
    who_reads = "The chair and the president-elect"
    questions = factory.LazyFunction(lambda: [QuestionFactory()])

    class Meta:
        model = CallPage


class CallReaderFactory(factory.django.DjangoModelFactory):
    """A volunteer made a reader of one call."""

    page = factory.LazyFunction(CallPageFactory)
    user = factory.LazyFunction(ReaderFactory)

    class Meta:
        model = CallReader
