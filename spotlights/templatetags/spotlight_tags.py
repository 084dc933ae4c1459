from django import template

from home.navigation import room
from spotlights.models import SpotlightIndexPage, SpotlightPage

register = template.Library()


@register.inclusion_tag("spotlights/components/latest_spotlights.html", takes_context=True)
def latest_spotlights(context, limit=3):
    """The newest spotlights."""
    return {
        "spotlights": SpotlightPage.objects.visible().newest_first().for_cards()[:limit],
        "index_page": room(context["request"], SpotlightIndexPage),
        "request": context["request"],
    }
