"""What the register of applications can be narrowed to, beside the choices of its own columns."""

from django.contrib.admin.filters import RelatedFieldListFilter, SimpleListFilter

from program.calls.enums import LETTER_STATUSES, Status
from program.calls.models import Application, CallPage


class ByCallFilter(RelatedFieldListFilter):
    """A choice of calls, under the name that every link to a list narrowed to one call uses."""

    @property
    def lookup_kwarg(self) -> str:
        return "call__id__exact"

    @lookup_kwarg.setter
    def lookup_kwarg(self, derived: str) -> None:
        """Django would name it after the key of a call's table, ``page_ptr``, which the list does not let through."""


class CallFilter(ByCallFilter):
    """The calls whose answers the person may read, the latest to close first; no other call is named."""

    def field_choices(self, field, request, model_admin):
        calls = CallPage.objects.filter(pk__in=Application.objects.readable_by(request.user).values("call"))
        return list(calls.order_by("-closes_at").values_list("pk", "title"))


class EditorsOrderFilter(RelatedFieldListFilter):
    """Library systems, regions and career stages in the editors' order."""

    def field_admin_ordering(self, field, request, model_admin):
        # Django would ask its own admin, which this site does without.
        return ("sort_order", "name")


class _ChoiceFilter(SimpleListFilter):
    """A few choices, each with the condition that it stands for; nonsense in an address narrows nothing."""

    choices_and_conditions: tuple[tuple[str, str, dict], ...] = ()

    def lookups(self, request, model_admin):
        return [(value, label) for value, label, _condition in self.choices_and_conditions]

    def queryset(self, request, queryset):
        conditions = {value: condition for value, _label, condition in self.choices_and_conditions}
        return queryset.filter(**conditions.get(self.value(), {}))


class PendingFilter(_ChoiceFilter):
    title = "pending decision"
    parameter_name = "pending"
    choices_and_conditions = (
        *((value, label, {"pending_status": value}) for value, label in LETTER_STATUSES),
        ("any", "Any decision", {"pending_status__gt": ""}),
        ("none", "Nothing pending", {"pending_status": ""}),
    )


class OfferFilter(SimpleListFilter):
    """Offers by whether the day to answer them has passed."""

    title = "offer"
    parameter_name = "offer"

    def lookups(self, request, model_admin):
        return [("over", "Its day has passed"), ("open", "Can be answered")]

    def queryset(self, request, queryset):
        over = queryset.model.objects.offers_over(request.arrived_at)
        if self.value() == "over":
            return queryset.filter(pk__in=over)
        if self.value() == "open":
            return queryset.filter(status=Status.OFFERED).exclude(pk__in=over)
        return queryset


class FirstTimeFilter(_ChoiceFilter):
    title = "first time"
    parameter_name = "first_time"
    choices_and_conditions = (
        ("yes", "First time", {"first_time": True}),
        ("no", "Served before", {"first_time": False}),
        ("unsaid", "Not said", {"first_time": None}),
    )


class ReadingsFilter(_ChoiceFilter):
    title = "readings"
    parameter_name = "readings"
    choices_and_conditions = (
        ("0", "None yet", {"reading_count": 0}),
        ("1", "One", {"reading_count": 1}),
        ("2", "Two or more", {"reading_count__gte": 2}),
    )


class ConflictFilter(_ChoiceFilter):
    title = "conflict of interest"
    parameter_name = "conflict"
    choices_and_conditions = (
        ("yes", "Declared by a reader", {"has_conflict": True}),
        ("no", "None declared", {"has_conflict": False}),
    )
