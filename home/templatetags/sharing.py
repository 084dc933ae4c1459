from django import template

from home.sharing import pass_on

register = template.Library()


@register.simple_tag(takes_context=True)
def pass_it_on(context, page):
    """Ready-made words for ``page``; see ``home.sharing.Sharing``."""
    return pass_on(page.title, page.summary, context["request"].build_absolute_uri(page.get_url(context["request"])))
