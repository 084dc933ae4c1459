"""Work that nobody should wait for. Run by the worker where there is one, else on the spot."""

from django_tasks import task
from wagtail.models import Page


@task()
def draw_pictures(page_id: int) -> None:
    """Build a published page and the pages that show its card once, so that no reader waits for their pictures.

    Nine sizes and formats of one picture take seconds, and whoever asks first would pay for them.
    Safe to repeat: a picture that is there is not made again. A page gone meanwhile is left alone.
    """
    page = Page.objects.live().filter(pk=page_id).first()
    if page is None:
        return
    for each in Page.objects.ancestor_of(page, inclusive=True).live().filter(depth__gt=1).specific():
        each.make_preview_request()
