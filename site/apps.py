from django.apps import AppConfig


class FrameConfig(AppConfig):
    """The frame: settings, addresses, the page shell, groups and sample content. No app imports it."""

    name = "config"
    label = "frame"
    verbose_name = "Frame"
