"""The register of applications in the Wagtail admin: list, filter, search, read, move.

Thin on purpose: who may do what is asked of ``permissions``, a move is made by ``services.deciding``.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from home.register import demand_number
from home.templatetags.moments import in_a_list
from program.calls.forms.reading import for_reader
from program.calls.forms.transcript import stored
from program.calls.models import Application
from program.calls.permissions import (
    may_delete_application,
    may_manage_applications,
    may_move_application,
    may_read_application,
)
from program.calls.reading_progress import verdicts_for
from program.calls.registers.filters import (
    CallFilter,
    ConflictFilter,
    EditorsOrderFilter,
    FirstTimeFilter,
    OfferFilter,
    PendingFilter,
    ReadingsFilter,
)
from program.calls.registers.list import ApplicationButtonHelper, ApplicationPermissionHelper, ListView
from program.calls.registers.moving import MoveView
from program.calls.registers.together import TogetherView
from program.calls.services.looking import looks_at, record_view
from program.letters.permissions import may_see_letters


class ReadView(InspectView):
    """One application: all that was answered, and what became of it."""

    def check_action_permitted(self, user):
        return super().check_action_permitted(user) and may_read_application(user, self.instance)

    def get(self, request, *args, **kwargs):
        record_view(application=self.instance, by=request.user, at=request.arrived_at)
        return super().get(request, *args, **kwargs)

    def get_page_title(self):
        return self.instance.name

    def get_page_subtitle(self):
        return self.instance.reference

    def get_meta_title(self):
        return f"Application {self.instance.reference}"

    def get_context_data(self, **kwargs):
        may_move = may_move_application(self.request.user)
        return super().get_context_data(
            # Somebody who only looks on sees what a reader would.
            sections=stored(self.instance) if may_move else for_reader(self.instance, with_name=True),
            changes=self.instance.status_changes.select_related("by"),
            looks=looks_at(self.instance),
            verdicts=verdicts_for(self.request.user, self.instance),
            letters=self.instance.letters.all() if may_see_letters(self.request.user) else [],
            move_url=reverse("move_application", args=[self.instance.pk]) if may_move else "",
            may_delete=may_delete_application(self.request.user),
            announce_url=reverse("announce", args=[self.instance.call_id]) if may_move else "",
            **kwargs,
        )


class ApplicationRegister(ModelAdmin):
    model = Application
    menu_label = "Applications"
    menu_icon = "form"
    menu_order = 250
    list_display = (
        "ticked",
        "applicant",
        "reference",
        "call",
        "library",
        "status",
        "pending",
        "reading_count",
        "received",
    )
    list_display_add_buttons = "applicant"
    list_filter = (
        ("call", CallFilter),
        "status",
        PendingFilter,
        OfferFilter,
        ReadingsFilter,
        ConflictFilter,
        "library_type",
        ("region", EditorsOrderFilter),
        ("career_stage", EditorsOrderFilter),
        FirstTimeFilter,
    )
    list_select_related = ("call",)
    search_fields = ("name", "reference", "email", "library")
    ordering = ("-received_at", "-pk")
    list_per_page = 50
    index_view_class = ListView
    index_view_extra_js = ["js/register.js"]
    inspect_view_enabled = True
    # Modeladmin asks nobody's permission there; what became of an application stands on the page to read it.
    history_view_enabled = False
    inspect_view_class = ReadView
    permission_helper_class = ApplicationPermissionHelper
    button_helper_class = ApplicationButtonHelper

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        return columns if may_move_application(request.user) else columns[1:]

    @admin.display(description="Tick")
    def ticked(self, application):
        return format_html(
            '<input type="checkbox" name="pk" value="{}" form="together" aria-label="{}">',
            application.pk,
            f"Tick {application}",
        )

    @admin.display(description="Name", ordering="name")
    def applicant(self, application):
        return application.name

    @admin.display(description="Pending", ordering="pending_status")
    def pending(self, application):
        return application.get_pending_status_display()

    @admin.display(description="Readings", ordering="reading_count")
    def reading_count(self, application):
        return str(application.reading_count)

    @admin.display(description="Received", ordering="received_at")
    def received(self, application):
        return in_a_list(application.received_at)

    def get_queryset(self, request):
        return super().get_queryset(request).readable_by(request.user).for_the_register()

    def inspect_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().inspect_view(request, instance_pk)

    def move_view(self, request, instance_pk):
        demand_number(instance_pk)
        if not may_manage_applications(request.user):
            raise PermissionDenied
        return MoveView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def together_view(self, request):
        return TogetherView.as_view(model_admin=self)(request)

    def get_admin_urls_for_registration(self):
        return (
            *super().get_admin_urls_for_registration(),
            path("calls/application/move/<str:instance_pk>/", self.move_view, name="move_application"),
            path("calls/application/together/", self.together_view, name="move_applications"),
        )
