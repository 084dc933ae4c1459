"""What the register of applications can be narrowed to, beside the choices of its own columns."""

from django.contrib.admin.filters import RelatedFieldListFilter

from program.calls.models import Application, CallPage


class CallFilter(RelatedFieldListFilter):
    """The calls whose answers the person may read, the latest to close first; no other call is named."""

    def field_choices(self, field, request, model_admin):
        calls = CallPage.objects.filter(pk__in=Application.objects.readable_by(request.user).values("call"))
        return list(calls.order_by("-closes_at").values_list("pk", "title"))


class RegionFilter(RelatedFieldListFilter):
    """The library systems and regions in the editors' order."""

    def field_admin_ordering(self, field, request, model_admin):
        # Django would ask its own admin, which this site does without.
        return ("sort_order", "name")
