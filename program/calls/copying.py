"""Copying last year's call: a draft with everything in it but what belongs to that year."""

from django.contrib import messages

from program.calls.models import CallPage

LEFT_BEHIND = (
    "The copy is a draft. Dates, result and the people appointed were left behind, and so were readers, late codes "
    "and answers. Write this year’s dates on the tab “Dates and deciding”, read through the other tabs, then publish."
)


def say_what_a_copy_left_behind(request, page, new_page):
    """Tell the editor what the copy of a call still needs."""
    if issubclass(new_page.specific_class, CallPage):
        messages.warning(request, LEFT_BEHIND)
