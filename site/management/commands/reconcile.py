from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from program.calls.gaps import gaps as gaps_of_calls
from program.files.housekeeping import gaps as gaps_of_files
from program.letters.gaps import gaps as gaps_of_letters


class Command(BaseCommand):
    help = "Looks for whatever does not fit together, says each in a sentence, and ends with 1 when there is any."

    def add_arguments(self, parser):
        parser.add_argument("--full", action="store_true", help="also read every file and compare it with its hash")

    def handle(self, *args, full, **options):
        at = timezone.now()
        found = [*gaps_of_calls(at=at), *gaps_of_letters(at=at), *gaps_of_files(at=at, reading=full)]
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{len(found)} {'gap' if len(found) == 1 else 'gaps'} found.")
        self.stdout.write("No gap found.")
