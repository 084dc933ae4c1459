"""From a call in the admin to its applications, and to announcing what was decided about them."""

from urllib.parse import urlencode

from django.urls import reverse
from wagtail.admin.widgets.button import Button

from program.calls.models import CallPage
from program.calls.permissions import may_announce


def in_the_header(page, user, view_name, next_url=None):
    """Below the three dots of a call that is being edited."""
    return _buttons(page, user)


def in_a_list(page, user, next_url=None):
    """Below the three dots of a call in a list of pages."""
    return _buttons(page, user)


def _buttons(page, user):
    if isinstance(page.specific_deferred, CallPage) and may_announce(user):
        register = reverse("calls_application_modeladmin_index")
        chosen = urlencode({"call__id__exact": page.pk})
        yield Button("Applications", url=f"{register}?{chosen}", icon_name="form", priority=12)
        yield Button("Announce decisions", url=reverse("announce", args=[page.pk]), icon_name="mail", priority=14)
