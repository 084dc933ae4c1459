import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

# Without 0, 1, l, o and i: somebody may read it aloud or copy it from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    help = "Makes the first administrator and prints a password that is shown once. Changes nothing if there is one."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="administrator", help="the name to log in with")
        parser.add_argument("--quiet-if-present", action="store_true", help="say nothing if there is one already")

    def handle(self, *args, name, quiet_if_present, **options):
        users = get_user_model().objects
        present = users.filter(is_superuser=True, is_active=True).order_by("pk").first()
        if present:
            if not quiet_if_present:
                username = present.get_username()
                self.stdout.write(f"There is an administrator already: {username}. Nothing was changed.")
                self.stdout.write(f"A new password for that account: python manage.py changepassword {username}")
            return
        if users.filter(username=name).exists():
            raise CommandError(
                f"The name {name} belongs to an account that is no administrator; choose another --name."
            )
        password = one_time_password()
        users.create_superuser(name, password=password)
        self.show(name, password)

    def show(self, name, password):
        rule = "-" * 72
        self.stdout.write(
            f"\n{rule}\n"
            "  An administrator was made. This password is shown once and kept nowhere:\n\n"
            f"      name      {name}\n"
            f"      password  {password}\n\n"
            f"  Log in and choose your own at {reverse('wagtailadmin_account')}.\n"
            f"  If it gets lost: python manage.py changepassword {name}\n"
            f"{rule}"
        )


def one_time_password() -> str:
    """Four groups of five letters and figures: 99 bits of chance, no two alike in print."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
