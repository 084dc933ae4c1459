"""Whoever reads applications sees the letters about them, and may send one again or discard it."""

from importlib import import_module

from django.db import migrations

GROUPS = ("Moderators", "Administrators")
ACTIONS = ("view", "change")

groups = import_module("config.migrations.0001_groups")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for group in Group.objects.filter(name__in=GROUPS):
        group.permissions.add(*(groups._permission(apps, "letters", "letter", action) for action in ACTIONS))


class Migration(migrations.Migration):
    dependencies = [("frame", "0001_groups"), ("letters", "0001_letters")]

    # Taking the permissions back would also take those that an administrator gave.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
