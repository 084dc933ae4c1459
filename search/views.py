from django.shortcuts import render

from home.navigation import main_menu
from search import finding
from search.forms import SearchForm
from search.kinds import KINDS


def search(request):
    """Results grouped by kind, or all of one kind page by page; a way on where nothing was found."""
    form = SearchForm(request.GET)
    query = form.query
    found = finding.counts(query) if query else {}
    kind = next((kind for kind in KINDS if kind.key == form.kind_key), None)
    context = {
        "filter_form": form,
        "query": query,
        "kind": kind,
        "counts": found,
        "total": sum(found.values()),
        "groups": [] if kind else finding.groups(query, found, request),
        "results_page": finding.results_page(query, kind, request.GET.get("page"), request) if kind and query else None,
        "suggestions": [] if found else main_menu(request, None),
    }
    return render(request, "search/search.html", context)
