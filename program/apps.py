from django.apps import AppConfig


class ProgramConfig(AppConfig):
    """The mentoring program: its pages, and the small apps inside it that do its work."""

    name = "program"
    verbose_name = "Program"
