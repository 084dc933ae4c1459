from django.apps import AppConfig


class SpotlightsConfig(AppConfig):
    """Colleague spotlights: a story about a colleague, told by somebody else, with the colleague's yes."""

    name = "spotlights"
    verbose_name = "Spotlights"
