from csp.middleware import CSPMiddleware
from django.urls import reverse

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
