from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Open calls and the answers to them."""

    name = "program.calls"
    verbose_name = "Open calls"
