from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who logs in to the Wagtail admin. Members and applicants never need an account.

    Ours from the first migration, so that staff accounts can grow without a rebuilt table.
    """

    def __str__(self):
        return self.get_full_name() or self.username
