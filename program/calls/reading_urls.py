"""The pages of the admin that are about reading."""

from django.urls import path

from program.calls import admin_views as views

app_name = "reading"
urlpatterns = [
    path("to-read/", views.CallsToRead.as_view(), name="calls"),
    path("to-read/<int:call_id>/", views.ApplicationsToRead.as_view(), name="call"),
    path("to-read/<int:call_id>/<slug:reference>/", views.ReadView.as_view(), name="application"),
    path("to-read/<int:call_id>/<slug:reference>/conflict/", views.ConflictView.as_view(), name="conflict"),
    path("reading/", views.CallsBeingRead.as_view(), name="progress_list"),
    path("reading/<int:call_id>/", views.ProgressView.as_view(), name="progress"),
    path("reading/<int:call_id>/remind/", views.RemindView.as_view(), name="remind"),
    path("reading/<int:call_id>/lift/<int:conflict_id>/", views.LiftConflictView.as_view(), name="lift"),
]
