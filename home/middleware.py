"""The clock of a request: when it arrived, and in whose time zone its times are shown."""

from django.utils import timezone

from .models import AssociationSettings


def arrival_time(get_response):
    """Take the time once, before anything reads the body, as ``request.arrived_at`` (aware, UTC).

    To the second, as deadlines are written. Deadlines are judged by it, so a slow upload that began in time is in time.
    """

    def middleware(request):
        request.arrived_at = timezone.now().replace(microsecond=0)
        return get_response(request)

    return middleware


def association_time_zone(get_response):
    """Show every time of a public page in the association's own zone."""

    def middleware(request):
        with timezone.override(AssociationSettings.load(request_or_site=request).zone):
            return get_response(request)

    return middleware
