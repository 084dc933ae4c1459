from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Private files: judged by their content, kept apart, handed out by views that ask who is there."""

    name = "program.files"
    verbose_name = "Private files"

    def ready(self):
        from program.files import wiring  # reads the models, which are there from now on

        wiring.start()
