from django.apps import AppConfig


class HomeConfig(AppConfig):
    """What every page shares, and the front door. Imports no feature."""

    name = "home"
    verbose_name = "Home and shared parts"

    def ready(self):
        from wagtail.signals import page_published

        from home.signals import draw_pictures_of_published_page

        page_published.connect(draw_pictures_of_published_page, dispatch_uid="draw_pictures")
