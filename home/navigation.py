"""Where a page stands in the tree: the main menu and the way back up."""

from wagtail.models import Page, Site


def main_menu(request, current: Page | None) -> list[Page]:
    """The published children of the home page that an editor put in the menu, in tree order.

    Each gets ``is_current`` and ``is_ancestor``. One query.
    """
    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = list(Page.objects.child_of(site.root_page).live().public().in_menu())
    for page in pages:
        page.is_current = current is not None and page.pk == current.pk
        page.is_ancestor = current is not None and current.pk is not None and current.is_descendant_of(page)
    return pages


def breadcrumbs(page: Page | None) -> list[Page]:
    """The pages above ``page``, the home page first; empty on the home page. One query."""
    if page is None or (not page.pk and not page.path):
        return []
    return list(page.get_ancestors().filter(depth__gt=1).order_by("depth"))
