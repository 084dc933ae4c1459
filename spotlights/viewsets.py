"""The flat list of spotlights in the Wagtail admin."""

import django_filters
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from home.models import AssociationSettings
from home.viewsets import PageEditorsMenuItem
from spotlights.models import SpotlightPage


class SpotlightFilterSet(PageFilterSet):
    needs = django_filters.ChoiceFilter(
        label="Needs",
        choices=[("waiting", "Its colleague’s yes"), ("past_review", "A look: past its review day")],
        method="filter_needs",
    )

    class Meta:
        model = SpotlightPage
        fields = ["library_type", "region"]

    def filter_needs(self, spotlights, name, needs):
        if needs == "waiting":
            return spotlights.waiting_for_yes()
        settings = AssociationSettings.load(request_or_site=self.request)
        return spotlights.past_review(on=settings.local_date(self.request.arrived_at))


class SpotlightListing(PageListingViewSet):
    model = SpotlightPage
    icon = "view"
    menu_label = "Spotlights"
    menu_order = 220
    add_to_admin_menu = True
    menu_item_class = PageEditorsMenuItem
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        Column("finder_name", label="Who shines the light", sort_key="finder_name"),
        DateColumn("date", label="Date", sort_key="date"),
        DateColumn("review_by", label="Review by", sort_key="review_by"),
        PageStatusColumn("status", label="Status", sort_key="live"),
    ]
    filterset_class = SpotlightFilterSet


spotlight_listing = SpotlightListing("spotlight_listing")
