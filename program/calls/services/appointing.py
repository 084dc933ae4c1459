"""Names on the page of a call, put there by the people themselves when they accept a place.

A page keeps its older versions, and an editor may have a newer one that is not published yet. A name is
written into each of them, and taken out of each: whichever is published next says the same.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision

from home.models import AssociationSettings
from program.calls.models import Application, Appointment, CallPage


def record_yes(*, application: Application, name: str, library: str, at: datetime) -> Appointment:
    """Name somebody on the page of the call they were appointed through: they said yes to it at ``at``.

    ``name`` and ``library`` are as the person wishes to be named. The same application is named once,
    however often it says yes; the latest wish counts.
    """
    yes = {"name": name, "library": library, "said_yes_on": AssociationSettings.load().local_date(at)}
    with transaction.atomic():
        call = _locked(application)
        last = call.appointments.aggregate(last=Max("sort_order"))["last"]
        appointment, _is_new = Appointment.objects.update_or_create(
            page=call,
            application=application,
            defaults=yes,
            create_defaults=yes | {"sort_order": 0 if last is None else last + 1},
        )
        _in_every_version(
            call, lambda names: [*_without(names, application), get_serializable_data_for_fields(appointment)]
        )
    return appointment


def take_back(*, application: Application) -> None:
    """Take the name of an application that ``record_yes`` put on the page off again, from every version of it."""
    with transaction.atomic():
        call = _locked(application)
        Appointment.objects.filter(page=call, application=application).delete()
        _in_every_version(call, lambda names: _without(names, application))


def _locked(application: Application) -> CallPage:
    return CallPage.objects.select_for_update(of=("self",)).get(pk=application.call_id)


def _without(names: list[dict[str, Any]], application: Application) -> list[dict[str, Any]]:
    return [each for each in names if each.get("application") != application.pk]


def _in_every_version(call: CallPage, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
    for revision in Revision.objects.for_instance(call).select_for_update():
        names = revision.content.get("appointments", [])
        changed = change(names)
        if changed != names:
            # Not by ``save``, which would make this version the newest one.
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"appointments": changed})
