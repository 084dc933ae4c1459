from django.core.paginator import Paginator
from django.template.response import TemplateResponse

from spotlights.forms import SpotlightFilterForm
from spotlights.models import SpotlightPage

SPOTLIGHTS_ON_A_PAGE = 12


def spotlight_list(request, page):
    """The spotlights, the newest first, narrowed by whatever the visitor chose."""
    form = SpotlightFilterForm(request.GET)
    spotlights = SpotlightPage.objects.child_of(page).visible().matching(form.chosen).newest_first().for_cards()
    context = page.get_context(request) | {
        "filter_form": form,
        "is_filtered": bool(form.chosen),
        "spotlights": Paginator(spotlights, SPOTLIGHTS_ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "spotlights/spotlight_index_page.html", context)
