"""What every register in the admin has in common (wagtail-modeladmin): lists that answer only what they offer."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.http import Http404
from django.shortcuts import redirect
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.views import IndexView


class RegisterListView(IndexView):
    """A list. An address it can't read, or a byte that no text holds, leads to the whole list.

    modeladmin would filter by any parameter of an address, through every relation: whoever may see one
    row could ask it about somebody's password. Only the lookups of the list's own filters are let through.
    """

    LOOKUPS: frozenset[str] = frozenset()

    def get_filters_params(self, params=None):
        lookups = super().get_filters_params(params)
        if not lookups.keys() <= self.LOOKUPS:
            raise IncorrectLookupParameters
        return lookups

    def dispatch(self, request, *args, **kwargs):
        try:
            if any("\x00" in value for _, values in request.GET.lists() for value in values):
                raise IncorrectLookupParameters
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(self.index_url)


class ReadOnlyPermissionHelper(PermissionHelper):
    """For records that arrive: nobody writes, edits or deletes one in a register. Who reads is for each to say."""

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


def demand_number(key: str) -> None:
    """modeladmin would ask the database for any word; only a number can be the key of a record."""
    if not key.isdecimal():
        raise Http404
