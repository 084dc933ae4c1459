from django.apps import AppConfig


class HomeConfig(AppConfig):
    """What every page shares, and the front door. Imports no feature."""

    name = "home"
    verbose_name = "Home and shared parts"
