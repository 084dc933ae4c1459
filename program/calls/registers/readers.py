"""Who reads the answers to which call, kept in the Wagtail admin by those who decide on applications."""

from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from home.register import RegisterListView, demand_number
from program.calls.models import CallReader
from program.calls.permissions import may_move_application


class ReaderPermissionHelper(PermissionHelper):
    """Whoever may move applications says who reads them; nobody else sees the list."""

    def user_has_any_permissions(self, user):
        return may_move_application(user)

    def user_has_specific_permission(self, user, perm_codename):
        return may_move_application(user)


class ReaderRegister(ModelAdmin):
    model = CallReader
    menu_label = "Readers"
    menu_icon = "glasses"
    menu_order = 260
    list_display = ("user", "page")
    list_select_related = ("user", "page")
    search_fields = ("user__username", "user__first_name", "user__last_name", "page__title")
    index_view_class = RegisterListView
    # Modeladmin asks nobody's permission there, and who reads for a call is not for everybody.
    history_view_enabled = False
    permission_helper_class = ReaderPermissionHelper

    def edit_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().edit_view(request, instance_pk)

    def delete_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().delete_view(request, instance_pk)
