"""Times in the association's words: weekday, hour and zone, and how far away they are."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from home.enums import AssociationTimeZone

register = template.Library()


def zone_name() -> str:
    """The zone that times are shown in, as readers call it: “Central”."""
    key = timezone.get_current_timezone_name()
    return AssociationTimeZone(key).label if key in AssociationTimeZone.values else key


def in_words(at: datetime) -> str:
    """“Friday, March 6, 2026, 11:59 pm Central”. ``at`` is aware; the zone is the active one."""
    return f"{date_format(timezone.localtime(at), 'l, F j, Y')}, {hour(at)} {zone_name()}"


def in_a_list(at: datetime) -> str:
    """“Mar 6, 2026, 11:59 pm Central”, for a column of a register."""
    return f"{date_format(timezone.localtime(at), 'M j, Y')}, {hour(at)} {zone_name()}"


@register.filter
def hour(at: datetime) -> str:
    """“11:59 pm”, in the active zone."""
    local = timezone.localtime(at)
    return f"{local.strftime('%I').lstrip('0')}:{local:%M} {'am' if local.hour < 12 else 'pm'}"


@register.simple_tag
def moment(at: datetime | None):
    """A ``<time>`` with the moment in words and, for machines, with its offset."""
    if at is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', timezone.localtime(at).isoformat(), in_words(at))


@register.filter
def long_day(day: date | None) -> str:
    """“Friday, March 6, 2026”; a moment counts as the day it falls on in the active zone."""
    return date_format(_day(day), "l, F j, Y") if day else ""


@register.filter
def short_day(day: date | None) -> str:
    """“Mar 6”, for the narrow column of a list."""
    return date_format(_day(day), "M j") if day else ""


@register.filter
def closes_in(closes_at: datetime, now: datetime) -> str:
    """“closes in 5 days”, “closes today”, “closed yesterday”: by the calendar, as people count days."""
    return f"closes {_distance(closes_at, now)}" if closes_at >= now else f"closed {_distance(closes_at, now)}"


@register.filter
def opens_in(opens_at: datetime, now: datetime) -> str:
    """“opens in 5 days”, “opened 3 days ago”."""
    return f"opens {_distance(opens_at, now)}" if opens_at > now else f"opened {_distance(opens_at, now)}"


def _day(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) else value


def _distance(at: datetime, now: datetime) -> str:
    left = at - now
    if timedelta() < left < timedelta(hours=1):
        return "within the hour"
    days = (_day(at).date() - _day(now).date()).days
    if days in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
