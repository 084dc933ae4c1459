from wagtail import hooks

from spotlights.attention import waiting_in_spotlights
from spotlights.viewsets import spotlight_listing

hooks.register("register_attention", waiting_in_spotlights)


@hooks.register("register_admin_viewset")
def spotlights_in_the_menu():
    return spotlight_listing
