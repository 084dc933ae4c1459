"""Names put forward, for staff to look at in the Wagtail admin. Nothing is changed here."""

from django.contrib import admin
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.options import ModelAdmin

from home.register import ReadOnlyPermissionHelper, RegisterListView
from home.templatetags.moments import in_a_list
from program.calls.models import CallPage, NameForward
from program.calls.permissions import may_see_names_put_forward
from program.calls.registers.filters import ByCallFilter


class ForwardPermissionHelper(ReadOnlyPermissionHelper):
    """Puts modeladmin's questions to ``permissions``."""

    def user_has_any_permissions(self, user):
        return may_see_names_put_forward(user)

    def user_can_list(self, user):
        return may_see_names_put_forward(user)

    def user_can_inspect_obj(self, user, obj):
        return False


class ForwardButtonHelper(ButtonHelper):
    """The list says all there is."""

    def get_buttons_for_obj(self, obj, **kwargs):
        return []


class ForwardedCallFilter(ByCallFilter):
    """The calls for which names were put forward, the latest to close first."""

    def field_choices(self, field, request, model_admin):
        calls = CallPage.objects.filter(pk__in=NameForward.objects.values("call"))
        return list(calls.order_by("-closes_at").values_list("pk", "title"))


class ForwardListView(RegisterListView):
    LOOKUPS = frozenset({"state__exact", "call__id__exact"})


class ForwardRegister(ModelAdmin):
    model = NameForward
    menu_label = "Names put forward"
    menu_icon = "pick"
    menu_order = 255
    list_display = ("colleague", "call", "state", "by", "why", "put_forward_at")
    list_filter = ("state", ("call", ForwardedCallFilter))
    list_select_related = ("call",)
    search_fields = ("colleague_name", "colleague_email", "by_name", "by_email")
    ordering = ("-at", "-pk")
    list_per_page = 50
    index_view_class = ForwardListView
    # Modeladmin asks nobody's permission there.
    history_view_enabled = False
    permission_helper_class = ForwardPermissionHelper
    button_helper_class = ForwardButtonHelper

    @admin.display(description="Colleague", ordering="colleague_name")
    def colleague(self, forward):
        return f"{forward.colleague_name}, {forward.colleague_email}"

    @admin.display(description="Put forward by", ordering="by_name")
    def by(self, forward):
        return f"{forward.by_name}, {forward.by_email}"

    @admin.display(description="When", ordering="at")
    def put_forward_at(self, forward):
        return in_a_list(forward.at)
