from functools import partial

from django.db import transaction

from home.tasks import draw_pictures


def draw_pictures_of_published_page(sender, instance, **kwargs):
    """Once the publishing is committed, have the page's pictures made, by whatever road it was published."""
    transaction.on_commit(partial(draw_pictures.enqueue, instance.pk))
