from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Mail that is kept until it is sent: written with what it tells of, sent by the worker, seen by staff."""

    name = "program.letters"
    verbose_name = "Letters"
