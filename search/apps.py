from django.apps import AppConfig


class SearchConfig(AppConfig):
    """One search over everything that is public."""

    name = "search"
    verbose_name = "Search"
