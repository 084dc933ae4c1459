"""Every address of the site. Pages of the tree come last: they answer for whatever is left."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path, re_path
from health_check.views import HealthCheckView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from config import views
from program.calls.views import forwarding, openings, own_draft
from program.calls.views.mine import own_application
from program.letters.views import NeverView

# Where personal links lead: each address is called by the purpose of its links and takes their secret
# (program/links). It says nothing else of its reader, and logs leave the secret out (config.personal_links).
personal = [
    path("my/no-more-letters/<str:secret>/", NeverView.as_view(), name="never"),
    path("my/name-put-forward/<str:secret>/", forwarding.named, name="forward"),
    path("my/calls-that-open/confirm/<str:secret>/", openings.confirm, name="openings-confirm"),
    path("my/calls-that-open/<str:secret>/", openings.OwnOpenings.as_view(), name="openings"),
    path("my-answers/<str:secret>/", own_application, name="application"),
    path("my-draft/<str:secret>/", own_draft, name="draft"),
]

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("be-told/", openings.be_told, name="be_told"),
    path("", include((personal, "personal"))),
    path("my-answers/", include("program.calls.urls")),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", HealthCheckView.as_view(checks=("health_check.checks.Database",)), name="health"),
]

if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += [
    # Wagtail's own pattern takes addresses that end in a slash; programs ask for these, below the page they are of.
    re_path(r"^((?:[\w\-]+/)+(?:feed\.atom|feed\.json|calendar\.ics|deadline\.ics))$", serve),
    path("", include(wagtail_urls)),
]

handler400 = views.bad_request
handler404 = views.not_found
