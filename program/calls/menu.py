"""What calls add to the menu of the admin, each shown to those who may use it."""

from django.urls import reverse_lazy
from wagtail.admin.menu import MenuItem

from program.calls.permissions import may_manage_applications, may_see_counts


class ToReadMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.reads_for.exists()


class ReadingMenuItem(MenuItem):
    def is_shown(self, request):
        return may_manage_applications(request.user)


class YearReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_counts(request.user)


def to_read():
    return ToReadMenuItem("To read", reverse_lazy("reading:calls"), icon_name="glasses", order=240)


def reading_progress():
    return ReadingMenuItem("Reading", reverse_lazy("reading:progress_list"), icon_name="tasks", order=255)


def year_report():
    """Below “Reports”."""
    return YearReportMenuItem("Calls, year by year", reverse_lazy("year_report"), icon_name="calendar", order=50)
