from django.urls import path

from program.calls import views

app_name = "calls"
urlpatterns = [path("<str:secret>/", views.receipt, name="receipt")]
