"""Reads that every kind of page shares."""

from typing import Any, Self

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Length, Substr
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet


class VisibleQuerySet(PageQuerySet):
    def visible(self) -> Self:
        """Pages that are published and behind no restriction of their own or of a page above.

        The same pages as ``live().public()``, which would ask for the restrictions in a query of
        its own each time.
        """
        restriction_above = PageViewRestriction.objects.filter(
            page__path=Substr(OuterRef("path"), 1, Length("page__path"))
        )
        return self.live().filter(~Exists(restriction_above))


VisibleManager = PageManager.from_queryset(VisibleQuerySet)


def choices_of(*lists: Any) -> list[list[tuple[str, str]]]:
    """The rows of several of the editors' lists as (slug, name), in the editors' order. One query for all.

    ``lists`` are models of ``home.models.vocabulary`` that share its ``Choice``.
    """
    reads = [
        model.objects.order_by().values_list(Value(number), "slug", "name", "sort_order")
        for number, model in enumerate(lists)
    ]
    rows = sorted(reads[0].union(*reads[1:], all=True), key=lambda row: (row[0], row[3], row[2]))
    return [[(slug, name) for number, slug, name, _ in rows if number == wanted] for wanted in range(len(lists))]
