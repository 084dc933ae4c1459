"""The reads of search. One index over all public pages, asked by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.search.backends.base import BaseSearchResults as SearchResults

from home.models import StandardPage
from search.excerpts import excerpt, marked, words_of
from search.kinds import KINDS, Kind, meta

RESULTS_IN_A_GROUP = 4
RESULTS_ON_A_PAGE = 20


@dataclass(frozen=True)
class Result:
    page: Page
    title: SafeString
    excerpt: SafeString
    meta: str


@dataclass(frozen=True)
class Group:
    kind: Kind
    count: int
    results: list[Result]


def public_pages() -> Q:
    """What anybody may find: published, and behind no restriction. One query, to be used for all reads of a request.

    The search index understands no ``EXISTS``, so this is not ``VisibleQuerySet.visible``.
    """
    pages = Page.objects.all()
    return pages.live_q() & ~pages.private_q()


def counts(query: str, public: Q) -> dict[Kind, int]:
    """How many pages of each kind match among ``public``. One query; kinds without a match are left out."""
    by_type = Page.objects.filter(public).search(query).facet("content_type_id")
    totals = {kind: sum(by_type.get(pk, 0) for pk in kind.content_type_ids) for kind in KINDS}
    return {kind: total for kind, total in totals.items() if total}


def groups(query: str, public: Q, found: dict[Kind, int], at: datetime) -> list[Group]:
    """The best few of each kind in ``found``, which is what ``counts`` said."""
    return [
        Group(kind, count, _results(_search(kind, query, public)[:RESULTS_IN_A_GROUP], query, at))
        for kind, count in found.items()
    ]


def results_page(query: str, public: Q, kind: Kind, number: str | None, at: datetime) -> PaginatorPage:
    """One page of all results of one kind; a number that makes no sense gives the nearest page."""
    page = Paginator(_search(kind, query, public), RESULTS_ON_A_PAGE).get_page(number)
    page.object_list = _results(page.object_list, query, at)
    return page


def _search(kind: Kind, query: str, public: Q) -> SearchResults:
    return kind.searched.objects.filter(public, content_type__in=kind.content_type_ids).search(query)


def _results(pages: Iterable[Page], query: str, at: datetime) -> list[Result]:
    words = words_of(query)
    pages = list(pages)
    # Pages of mixed types come without their own fields; those with a summary are fetched in one go.
    own = StandardPage.objects.in_bulk([page.pk for page in pages if type(page) is Page])
    pages = [own.get(page.pk, page) for page in pages]
    return [Result(page, marked(page.title, words), excerpt(page, words), meta(page, at)) for page in pages]
