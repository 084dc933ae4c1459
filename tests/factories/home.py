import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from wagtail.models import Collection

from home.models import CareerStage, Channel, CustomImage, HomePage, Region, StandardPage, Topic

SUMMARY = "One or two sentences that stand for the page in lists."


class HomePageFactory(wagtail_factories.PageFactory):
    """The home page that the migrations made: there is one, and this gives it."""

    slug = "home"

    class Meta:
        model = HomePage

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.get()


class StandardPageFactory(wagtail_factories.PageFactory):
    parent = factory.LazyFunction(HomePageFactory)
    title = factory.Sequence(lambda number: f"Page of text {number}")
    summary = SUMMARY

    class Meta:
        model = StandardPage


class PictureFactory(wagtail_factories.ImageFactory):
    """A small drawing with alt text and credit."""

    title = "A shelf"
    description = "A shelf of books, drawn in ink."
    credit = "Drawn for the tests"
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = CustomImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.FileField(data=b"A plain text.", filename="minutes.txt")


class TopicFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Topic {number}")
    slug = factory.Sequence(lambda number: f"topic-{number}")

    class Meta:
        model = Topic


class RegionFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Region {number}")
    slug = factory.Sequence(lambda number: f"region-{number}")

    class Meta:
        model = Region


class CareerStageFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Stage {number}")
    slug = factory.Sequence(lambda number: f"stage-{number}")

    class Meta:
        model = CareerStage


class ChannelFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Channel {number}")
    share_address = "https://share.example.org/?url={url}&text={text}"

    class Meta:
        model = Channel
