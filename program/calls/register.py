"""The register of applications in the Wagtail admin: list, filter, search, read, move.

Thin on purpose: who may do what is asked of ``permissions``, a move is made by ``services.deciding``.
"""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView, InstanceSpecificView

from home.register import ReadOnlyPermissionHelper, RegisterListView, demand_number
from home.templatetags.moments import zone_name
from program.calls.forms import MoveForm
from program.calls.forms.reading import for_reader
from program.calls.forms.transcript import stored
from program.calls.models import Application
from program.calls.permissions import (
    may_delete_application,
    may_export_applications,
    may_manage_applications,
    may_move_application,
    may_read_application,
)
from program.calls.reading_progress import verdicts_for
from program.calls.register_filters import CallFilter, RegionFilter
from program.calls.services import deciding
from program.calls.services.looking import looks_at, record_view


class ApplicationPermissionHelper(ReadOnlyPermissionHelper):
    """Puts modeladmin's questions to ``permissions``."""

    def user_has_any_permissions(self, user):
        return may_manage_applications(user)

    def user_can_list(self, user):
        return may_manage_applications(user)

    def user_can_inspect_obj(self, user, obj):
        # Asked for each row of a list that holds readable ones alone; ``ReadView`` asks about the one it shows.
        return may_manage_applications(user)


class ApplicationButtonHelper(ButtonHelper):
    """The name in the list is the way to an application; a button beside it would say the same again."""

    def get_buttons_for_obj(self, obj, **kwargs):
        return []

    def inspect_button(self, pk, **kwargs):
        return super().inspect_button(pk, **kwargs) | {"label": "Read", "title": "Read this application"}


class ListView(RegisterListView):
    LOOKUPS = frozenset(
        {"status__exact", "call__id__exact", "library_type__exact", "region__id__exact", "region__isnull"}
    )

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_export=may_export_applications(self.request.user), **kwargs)


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
            move_url=reverse("move_application", args=[self.instance.pk]) if may_move else "",
            may_delete=may_delete_application(self.request.user),
            **kwargs,
        )


class MoveView(InstanceSpecificView):
    """Move one application to another status."""

    page_title = "Change the status"

    def check_action_permitted(self, user):
        return may_move_application(user) and may_read_application(user, self.instance)

    def get_meta_title(self):
        return f"Change the status of {self.instance.reference}"

    def get_page_subtitle(self):
        return str(self.instance)

    def get(self, request, *args, **kwargs):
        return self._show(MoveForm(status=self.instance.status, initial={"seen": self.instance.status}))

    def post(self, request, *args, **kwargs):
        form = MoveForm(request.POST, status=self.instance.status)
        if not form.is_valid():
            return self._show(form)
        try:
            change = deciding.move(
                application=self.instance,
                to=form.cleaned_data["to"],
                seen=form.cleaned_data["seen"],
                by=request.user,
                at=request.arrived_at,
                why=form.cleaned_data["why"],
            )
        except deciding.IllegalMove:
            self.instance.refresh_from_db(fields=["status"])
            form.add_error(None, f"Somebody moved it meanwhile: it is “{self.instance.get_status_display()}” now.")
            return self._show(form)
        messages.success(request, f"{self.instance} is now “{change.get_to_status_display()}”.")
        return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))

    def get_template_names(self):
        return ["modeladmin/calls/application/move.html"]

    def _show(self, form):
        inspect_url = self.url_helper.get_action_url("inspect", self.instance.pk)
        return self.render_to_response(self.get_context_data(form=form, inspect_url=inspect_url))


class ApplicationRegister(ModelAdmin):
    model = Application
    menu_label = "Applications"
    menu_icon = "form"
    menu_order = 250
    list_display = ("applicant", "reference", "call", "library", "status", "received")
    list_filter = ("status", ("call", CallFilter), "library_type", ("region", RegionFilter))
    list_select_related = ("call",)
    search_fields = ("name", "reference", "email", "library")
    ordering = ("-received_at", "-pk")
    list_per_page = 50
    index_view_class = ListView
    inspect_view_enabled = True
    # Modeladmin asks nobody's permission there; what became of an application stands on the page to read it.
    history_view_enabled = False
    inspect_view_class = ReadView
    permission_helper_class = ApplicationPermissionHelper
    button_helper_class = ApplicationButtonHelper

    @admin.display(description="Name", ordering="name")
    def applicant(self, application):
        return application.name

    @admin.display(description="Received", ordering="received_at")
    def received(self, application):
        return f"{date_format(timezone.localtime(application.received_at), 'M j, Y, g:i a')} {zone_name()}"

    def get_queryset(self, request):
        return super().get_queryset(request).readable_by(request.user)

    def inspect_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().inspect_view(request, instance_pk)

    def move_view(self, request, instance_pk):
        demand_number(instance_pk)
        if not may_manage_applications(request.user):
            raise PermissionDenied
        return MoveView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def get_admin_urls_for_registration(self):
        return (
            *super().get_admin_urls_for_registration(),
            path("calls/application/move/<str:instance_pk>/", self.move_view, name="move_application"),
        )
