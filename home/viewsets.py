"""What the lists of pages in the admin have in common."""

from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy


class PageEditorsMenuItem(MenuItem):
    """An entry of the admin's menu for those who write pages; others would find an empty list."""

    def is_shown(self, request):
        return page_permission_policy.user_has_permission(request.user, "change")


def only_published_for_readers(pages, request):
    """Keep the titles of drafts out of the page chooser of those who write no pages."""
    return pages if page_permission_policy.user_has_permission(request.user, "change") else pages.live()
