from django.shortcuts import render

from home.navigation import main_menu
from search import finding
from search.forms import SearchForm
from search.kinds import KINDS


def search(request):
    """Results grouped by kind, or all of one kind page by page; a way on where nothing was found."""
    form = SearchForm(request.GET)
    words = form.words
    kind = next((kind for kind in KINDS if kind.key == form.kind_key), None)
    found, groups, results_page = {}, [], None
    if words:
        public = finding.public_pages()
        found = finding.counts(words, public)
        if kind:
            results_page = finding.results_page(words, public, kind, request.GET.get("page"), request.arrived_at)
        else:
            groups = finding.groups(words, public, found, request.arrived_at)
    context = {
        "filter_form": form,
        "query": form.query,
        "kind": kind,
        "counts": found,
        "total": sum(found.values()),
        "groups": groups,
        "results_page": results_page,
        "suggestions": [] if found else main_menu(request, None),
    }
    return render(request, "search/search.html", context)
