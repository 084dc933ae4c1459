"""What every page under a personal link has in common."""

from functools import wraps


def personal_page(view):
    """Let nobody but its reader have the page: no search engine, no cache, no address told to another site.

    The address goes into no Referer, only the site's name does: with ``no-referrer`` browsers would send
    ``Origin: null`` along with the page's own forms, and Django refuses those.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        # A page with a form may ask to be kept by the browser itself, for its Back button.
        response.setdefault("Cache-Control", "private, no-store")
        response["Referrer-Policy"] = "strict-origin"
        return response

    return guarded
