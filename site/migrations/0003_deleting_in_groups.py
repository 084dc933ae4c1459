"""Whoever decides on applications may delete one before its time."""

from importlib import import_module

from django.db import migrations

GROUPS = ("Moderators", "Administrators")

groups = import_module("config.migrations.0001_groups")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for group in Group.objects.filter(name__in=GROUPS):
        group.permissions.add(groups._permission(apps, "calls", "application", "delete"))
        for action in groups.ALL:
            group.permissions.add(groups._permission(apps, "calls", "demographicquestion", action))


class Migration(migrations.Migration):
    dependencies = [("frame", "0002_letters_in_groups"), ("calls", "0007_give_older_answers_a_last_day")]

    # Taking the permissions back would also take those that an administrator gave.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
