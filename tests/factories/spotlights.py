import factory
import wagtail_factories
from django.utils import timezone

from spotlights.models import SpotlightColleague, SpotlightIndexPage, SpotlightPage

from .home import SUMMARY, HomePageFactory


class SpotlightIndexPageFactory(wagtail_factories.PageFactory):
    """The one list of spotlights: made the first time, found later."""

    parent = factory.LazyFunction(HomePageFactory)
    title = "Spotlights"
    slug = "spotlights"
    summary = SUMMARY
    show_in_menus = True

    class Meta:
        model = SpotlightIndexPage
        django_get_or_create = ["parent", "slug"]


class ColleagueFactory(factory.django.DjangoModelFactory):
    """A colleague who said yes to text, photos and town. Build it and give it to a spotlight."""

    name = factory.Sequence(lambda number: f"Sample Colleague {number}")
    job_title = "Youth services librarian"
    library = "A sample library"
    town = "Sampleton"
    consents_to_text = True
    consents_to_photo = True
    consents_to_town = True
    consented_on = factory.LazyFunction(timezone.localdate)
    sort_order = factory.Sequence(lambda number: number)

    class Meta:
        model = SpotlightColleague
        strategy = factory.BUILD_STRATEGY


class SpotlightPageFactory(wagtail_factories.PageFactory):
    """A spotlight on one colleague who said yes."""

    parent = factory.LazyFunction(SpotlightIndexPageFactory)
    title = factory.Sequence(lambda number: f"An idea worth copying {number}")
    summary = SUMMARY
    date = factory.LazyFunction(timezone.localdate)
    discovered = "<p>Books travel in the feed truck.</p>"
    finder_name = "Sample Finder"
    steps = factory.LazyFunction(lambda: [("steps", ["Ask the feed store.", "Fill a pallet.", "Come back."])])
    colleagues = factory.LazyFunction(lambda: [ColleagueFactory()])

    class Meta:
        model = SpotlightPage
