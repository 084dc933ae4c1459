"""What staff write once for all calls."""

from wagtail.snippets.views.snippets import SnippetViewSet

from program.calls.models import DemographicQuestion


class DemographicQuestionViewSet(SnippetViewSet):
    model = DemographicQuestion
    icon = "help"
    menu_label = "Demographic questions"
    add_to_settings_menu = True
    list_display = ["label", "sort_order"]
