from django.apps import AppConfig


class LinksConfig(AppConfig):
    """Personal links: who holds one may do what it is for, until it ends."""

    name = "program.links"
    verbose_name = "Personal links"
