from django.http import HttpResponse
from django.urls import path

from config.urls import urlpatterns as addresses_of_the_site

urlpatterns = [path("bare", lambda request: HttpResponse("Here.")), *addresses_of_the_site]
