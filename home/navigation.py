"""Where a page stands in the tree: the rooms of the site, the main menu and the way back up."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, Site

# The home page stands right below the tree's invisible root, and the rooms right below the home page.
HOME_DEPTH = 2
ROOM_DEPTH = 3


def main_menu(request, current: Page | None) -> list[Page]:
    """The published children of the home page that an editor put in the menu, in tree order.

    Each gets ``is_current`` and ``is_ancestor``. A page behind a restriction is shown when an
    editor chose to show it.
    """
    pages = [page for page in rooms(request) if page.live and page.show_in_menus]
    for page in pages:
        page.is_current = current is not None and page.path == current.path
        page.is_ancestor = page.path in _paths_above(current)
    return pages


def room(request, page_type: type[Page]) -> Page | None:
    """The published child of the home page that is of ``page_type``: the list of calls, of spotlights."""
    content_type_id = ContentType.objects.get_for_model(page_type).pk
    return next((page for page in rooms(request) if page.live and page.content_type_id == content_type_id), None)


def breadcrumbs(request, page: Page | None) -> list[Page]:
    """The published pages above ``page``, the home page first; empty on the home page."""
    around = _around(request, page)
    return [around[path] for path in _paths_above(page) if path in around and around[path].live]


def rooms(request) -> list[Page]:
    """The children of the home page, whether published or not, in tree order. One query a request:
    the way to a page begins with it, and the menu and the breadcrumbs go on with it."""
    return [page for page in _around(request, None).values() if page.depth == ROOM_DEPTH]


def _around(request, page: Page | None) -> dict[str, Page]:
    """The home page, its children and the pages above ``page``, by path: all that navigation needs.

    One query a request, and one more below the second storey.
    """
    above = set(_paths_above(page))
    known = getattr(request, "_pages_around", None)
    if known is None or not above <= known.keys():
        wanted = Q(path__in=above)
        if site := Site.find_for_request(request):
            home = site.root_page.path
            wanted |= Q(path=home) | Q(path__startswith=home, depth=ROOM_DEPTH)
        known = request._pages_around = {page.path: page for page in Page.objects.filter(wanted).order_by("path")}
    return known


def _paths_above(page: Page | None) -> list[str]:
    """The paths of the pages above ``page``, the tree's invisible root left out; none for a page not yet saved."""
    if page is None or not page.path:
        return []
    return [page.path[:length] for length in range(HOME_DEPTH * page.steplen, len(page.path), page.steplen)]
