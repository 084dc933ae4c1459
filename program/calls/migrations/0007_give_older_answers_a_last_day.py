"""Answers from before get their last day, and what their applicants were promised, from their call as it stands."""

import calendar
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import migrations


def write_down(apps, schema_editor):
    association = apps.get_model("home", "AssociationSettings").objects.first()
    zone = ZoneInfo(association.time_zone if association else settings.TIME_ZONE)
    answers = apps.get_model("calls", "Application").objects.filter(keep_until=None)
    calls = apps.get_model("calls", "CallPage").objects.filter(closes_at__isnull=False)
    for call in calls.filter(pk__in=answers.values("call")):
        answers.filter(call=call, terms={}).update(
            terms={
                "who_reads": call.who_reads,
                "who_decides": call.who_decides,
                "kept_months": call.kept_months,
                "hear_by": call.hear_by.isoformat() if call.hear_by else None,
            }
        )
        answers.filter(call=call).update(keep_until=_months_later(call.closes_at.astimezone(zone), call.kept_months))


def _months_later(day, months):
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0006_kinds_file_and_ranked"),
        ("home", "0003_front_door"),
    ]

    # Going back loses nothing that coming again would not write down.
    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
