from django import template

from home import navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The entries of the main menu; see ``home.navigation.main_menu``."""
    return navigation.main_menu(context["request"], context.get("page"))


@register.simple_tag(takes_context=True)
def breadcrumbs(context):
    """The pages above the present one; see ``home.navigation.breadcrumbs``."""
    return navigation.breadcrumbs(context["request"], context.get("page"))
