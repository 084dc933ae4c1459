"""Addresses of our own pages in the admin, below ``/admin/``, for the hook ``register_admin_urls``."""

from django.urls import path

from program.calls import admin_views

admin_urls = [
    path("calls/application/export/", admin_views.export_applications, name="export_applications"),
]
