from django import template

from spotlights.models import SpotlightIndexPage, SpotlightPage

register = template.Library()


@register.inclusion_tag("spotlights/components/latest_spotlights.html", takes_context=True)
def latest_spotlights(context, limit=3):
    """The newest spotlights."""
    return {
        "spotlights": SpotlightPage.objects.live().public().newest_first().for_cards()[:limit],
        "index_page": SpotlightIndexPage.objects.live().first(),
        "request": context["request"],
    }
