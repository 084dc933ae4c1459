from csp.middleware import CSPMiddleware
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from program.calls.validators import DatesMissing
from spotlights.validators import ConsentMissing

# Where an editor finds the page that was refused.
LISTINGS = {ConsentMissing: "spotlight_listing:index", DatesMissing: "call_listing:index"}

# Wagtail's editor sets styles and starts its date pickers and choosers from within the page.
ADMIN_DIRECTIVES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "worker-src": ["'self'", "blob:"],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy of the settings everywhere; under /admin/ what Wagtail's editor needs on top.

    The log-in page is a page of ours without a script, so it keeps the strict policy.
    """

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        admin = reverse("wagtailadmin_home")
        if request.path.startswith(admin) and request.path != reverse("wagtailadmin_login"):
            parts.replace = {**ADMIN_DIRECTIVES, **(parts.replace or {})}
        return parts


class RefusedPublishingMiddleware:
    """Tells an editor in words when a road other than the editor's form meets the guard of a page:
    bulk publishing, approval, a published copy, an older version. Nothing has become public then."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        listing = next((LISTINGS[kind] for kind in LISTINGS if isinstance(exception, kind)), None)
        if listing is None or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        messages.error(request, " ".join(exception.messages))
        return redirect(listing)
