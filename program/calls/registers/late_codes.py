"""Codes that open a closed call to one person, kept in the Wagtail admin by those who decide on applications."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import CreateView, DeleteView

from home.fields import AssociationDateTimeFormField
from home.register import RegisterListView, demand_number
from home.templatetags.moments import in_words
from program.calls.models import CallPage, LateCode
from program.calls.permissions import may_move_application
from program.calls.services import late_codes
from program.calls.services.keeping import delete_with_traces


class LateCodeForm(WagtailAdminModelForm):
    """Who gets a code, for which call, and until when it opens."""

    call = forms.ModelChoiceField(CallPage.objects.live().exclude(closes_at=None).order_by("-closes_at"))
    opens_until = AssociationDateTimeFormField(
        label="Opens the call until",
        widget=AdminDateTimeInput(format="%Y-%m-%d %H:%M:%S"),
        help_text="In the association's time zone, to the second. One answer can be sent with it until then.",
    )

    def clean_opens_until(self):
        until = self.cleaned_data["opens_until"]
        if until <= timezone.now():
            raise ValidationError("This time has passed. Choose a later one.")
        return until


class LateCodePermissionHelper(PermissionHelper):
    """Whoever may move applications gives codes out. A code is made or taken back, never changed."""

    def user_has_any_permissions(self, user):
        return may_move_application(user)

    def user_has_specific_permission(self, user, perm_codename):
        return may_move_application(user)

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return may_move_application(user) and obj.used_at is None


class MakeView(CreateView):
    page_title = "New code for a late answer"

    def form_valid(self, form):
        """Make the code and say it once, on the next page: only its digest is kept."""
        made = form.cleaned_data
        row, code = late_codes.make(
            call=made["call"],
            who_for=made["who_for"],
            opens_until=made["opens_until"],
            by=self.request.user,
            at=timezone.now(),
        )
        log(instance=row, action="wagtail.create")
        messages.success(
            self.request,
            f"The code for {row.who_for} is {code}. Write it down now: it is shown only once. It opens "
            f"“{row.call}” to one answer until {in_words(row.opens_until)}.",
        )
        return redirect(self.get_success_url())


class TakeBackView(DeleteView):
    def delete_instance(self):
        """With what the log says of it, or the site's history would name for good whom it was for."""
        delete_with_traces(self.instance)


class LateCodeRegister(ModelAdmin):
    model = LateCode
    menu_label = "Late codes"
    menu_icon = "key"
    menu_order = 270
    list_display = ("who_for", "call", "opens_until", "used_at", "made_by")
    list_select_related = ("call", "made_by")
    search_fields = ("who_for", "call__title")
    index_view_class = RegisterListView
    create_view_class = MakeView
    delete_view_class = TakeBackView
    # Modeladmin asks nobody's permission there.
    history_view_enabled = False
    permission_helper_class = LateCodePermissionHelper

    def get_edit_handler(self):
        panels = [FieldPanel("call"), FieldPanel("who_for"), FieldPanel("opens_until")]
        return ObjectList(panels, base_form_class=LateCodeForm)

    def edit_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().edit_view(request, instance_pk)

    def delete_view(self, request, instance_pk):
        demand_number(instance_pk)
        return super().delete_view(request, instance_pk)
