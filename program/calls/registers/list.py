"""The list of applications: who sees it, what it can be narrowed to, what can be done from it."""

from wagtail_modeladmin.helpers import ButtonHelper

from home.register import ReadOnlyPermissionHelper, RegisterListView
from program.calls.forms.moving import ChoiceOfActionForm
from program.calls.models import CallPage
from program.calls.permissions import (
    may_export_applications,
    may_manage_applications,
    may_move_application,
)


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
    """The list, and over it what can be decided about those ticked."""

    LOOKUPS = frozenset(
        {
            "status__exact",
            "call__id__exact",
            "library_type__exact",
            "region__id__exact",
            "region__isnull",
            "career_stage__id__exact",
            "career_stage__isnull",
            "pending",
            "offer",
            "first_time",
            "readings",
            "conflict",
        }
    )

    def get_context_data(self, **kwargs):
        user = self.request.user
        may_move = may_move_application(user)
        return super().get_context_data(
            may_export=may_export_applications(user),
            may_move=may_move,
            decide=ChoiceOfActionForm() if may_move else None,
            to_announce=CallPage.objects.with_pending() if may_move else [],
            kept_filters=[(name, value) for name, values in self.params.lists() for value in values],
            **kwargs,
        )
