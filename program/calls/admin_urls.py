"""Addresses of our own pages in the admin, below ``/admin/``, for the hook ``register_admin_urls``."""

from django.urls import include, path

from program.calls import admin_views

admin_urls = [
    path("calls/application/export/", admin_views.export_applications, name="export_applications"),
    path("calls/application/asked-for-deletion/", admin_views.asked_for_deletion, name="asked_for_deletion"),
    path("calls/application/delete-now/<int:pk>/", admin_views.delete_application, name="delete_application"),
    path("calls/file/<int:pk>/<str:key>/", admin_views.open_file, name="open_file"),
    path("reports/calls/", admin_views.year_report, name="year_report"),
    path("", include("program.calls.reading_urls")),
    path("calls/announce/<int:pk>/", admin_views.announce, name="announce"),
    path("calls/announcements/<int:pk>/", admin_views.announcement, name="announcement"),
]
