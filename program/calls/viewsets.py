"""The flat list of calls in the Wagtail admin."""

import django_filters
from django.utils import timezone
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from home.models import AssociationSettings
from home.templatetags.moments import in_words
from home.viewsets import PageEditorsMenuItem
from program.calls.enums import CallState
from program.calls.models import CallPage

OWING = "owing"


class CallFilterSet(PageFilterSet):
    state = django_filters.ChoiceFilter(
        label="State", choices=[*CallState.choices, (OWING, "Owes its applicants an answer")], method="filter_state"
    )

    class Meta:
        model = CallPage
        fields = ["kind"]

    def filter_state(self, calls, name, state):
        """Narrow to what a call is by the clock; open includes closing soon, as members understand it."""
        now = self.request.arrived_at
        if state == OWING:
            return calls.owing_an_answer(on=AssociationSettings.load(request_or_site=self.request).local_date(now))
        reads = {
            CallState.UPCOMING: calls.upcoming,
            CallState.OPEN: calls.accepting,
            CallState.CLOSING_SOON: calls.closing_soon,
            CallState.CLOSED: calls.closed,
        }
        return reads[CallState(state)](at=now)


class ClosesColumn(Column):
    """The closing time in the association's zone, whatever zone the editor's own account is set to."""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        with timezone.override(AssociationSettings.load(request_or_site=parent_context["request"]).zone):
            context["value"] = in_words(instance.closes_at) if instance.closes_at else "No date yet"
        return context


class CallListing(PageListingViewSet):
    model = CallPage
    icon = "calendar-alt"
    menu_label = "Calls"
    menu_order = 210
    add_to_admin_menu = True
    menu_item_class = PageEditorsMenuItem
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        Column("kind", label="Kind", accessor="get_kind_display"),
        Column("state", label="By the clock", accessor=lambda call: call.state_at(timezone.now()).label),
        ClosesColumn("closes_at", label="Closes", sort_key="closes_at"),
        PageStatusColumn("status", label="Status", sort_key="live"),
    ]
    filterset_class = CallFilterSet


call_listing = CallListing("call_listing")
