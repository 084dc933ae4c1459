"""Model fields that more than one room uses."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail import fields as wagtail_fields
from wagtail.admin.widgets import AdminDateTimeInput


def _association_zone():
    from .models import AssociationSettings  # the models of this app use the field below

    return AssociationSettings.load().zone


class AssociationDateTimeFormField(forms.DateTimeField):
    """A date and time that is read and shown in the association's zone.

    Wagtail's editor works in each user's own zone; a deadline must not move with the person
    who types it. A time that a change of clocks skips or repeats is refused by Django's own
    conversion, with a sentence at the field.
    """

    def prepare_value(self, value):
        with timezone.override(_association_zone()):
            return super().prepare_value(value)

    def to_python(self, value):
        with timezone.override(_association_zone()):
            return super().to_python(value)


class AssociationDateTimeField(models.DateTimeField):
    """A moment stored in UTC and edited in the association's zone, whoever edits it."""

    def formfield(self, **kwargs):
        # With seconds, so that a deadline is still the same after an edit of something else.
        widget = AdminDateTimeInput(format="%Y-%m-%d %H:%M:%S")
        return super().formfield(**{"form_class": AssociationDateTimeFormField, **kwargs, "widget": widget})


class RichTextField(wagtail_fields.RichTextField):
    """Wagtail's rich text, but stored as nothing when nothing was written.

    The editor sends an empty paragraph for a field that was left alone, and a page would set a
    heading over it.
    """

    def clean(self, value, model_instance):
        return super().clean("" if is_blank(value) else value, model_instance)

    def deconstruct(self):
        # To the database it is Wagtail's own field, and migrations say so.
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs


def is_blank(html: str | None) -> bool:
    """Whether ``html`` shows a reader nothing: no words, no picture, no rule."""
    html = html or ""
    return not strip_tags(html).strip() and not any(f"<{tag}" in html for tag in ("embed", "img", "hr"))
