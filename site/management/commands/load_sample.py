from django.core.management.base import BaseCommand, CommandError

from config.sample import loader
from config.sample.posting import SampleRefused
from config.sample.warming import warm


class Command(BaseCommand):
    help = "Fills an empty site with a made-up association, its calls and its spotlights. Loads once."

    def handle(self, *args, **options):
        if loader.is_loaded():
            self.stdout.write("Sample content is already here; nothing was changed.")
            return
        if loader.is_in_use():
            self.stdout.write("This site has pages of its own; the sample is for an empty one. Nothing was changed.")
            return
        try:
            loader.load(lambda line: self.stdout.write(f"  {line}"))
        except SampleRefused as refusal:
            raise CommandError(f"Nothing was loaded. {refusal}") from refusal
        self.stdout.write("  asking for every page once, so that its pictures are made; this takes longest …")
        answered, failed = warm()
        self.stdout.write(f"  {answered} pages are ready")
        if failed:
            raise CommandError(f"The sample is loaded, but these pages don't answer: {', '.join(failed)}")
        self.stdout.write(self.style.SUCCESS("The sample is in place."))
