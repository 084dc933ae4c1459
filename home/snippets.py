"""The editors' own lists, in one place of the admin menu."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import CareerStage, Channel, Region, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "slug", "sort_order"]


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "globe"
    list_display = ["name", "slug", "sort_order"]


class CareerStageViewSet(SnippetViewSet):
    model = CareerStage
    icon = "user"
    list_display = ["name", "slug", "sort_order"]


class ChannelViewSet(SnippetViewSet):
    model = Channel
    icon = "mail"
    list_display = ["name", "note", "sort_order"]


class ListsViewSetGroup(SnippetViewSetGroup):
    items = (TopicViewSet, RegionViewSet, CareerStageViewSet, ChannelViewSet)
    menu_label = "Lists"
    menu_icon = "list-ul"
    menu_order = 300
