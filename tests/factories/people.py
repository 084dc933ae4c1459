import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from home.models import User

PASSWORD = "a sample password of the tests"


class UserFactory(DjangoModelFactory):
    """An account without any right; the classes below belong to the group of their name."""

    group = ""
    username = factory.Sequence(lambda number: f"person-{number}")
    first_name = "Sample"
    last_name = factory.Sequence(lambda number: f"Person {number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")

    class Meta:
        model = User
        exclude = ["group"]

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        user = model_class.objects.create_user(password=PASSWORD, **kwargs)
        if cls._meta.declarations["group"]:
            user.groups.add(Group.objects.get(name=cls._meta.declarations["group"]))
        return user


class EditorFactory(UserFactory):
    group = "Editors"


class ModeratorFactory(UserFactory):
    group = "Moderators"


class ReaderFactory(UserFactory):
    """A call reader; reads for a call once ``call.readers`` has the account."""

    group = "Call readers"


class AdministratorFactory(UserFactory):
    group = "Administrators"


class SuperuserFactory(UserFactory):
    is_superuser = True
    is_staff = True
