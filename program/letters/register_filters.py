"""What the register of letters can be narrowed to, beside the choices of its own columns."""

from django.contrib.admin.filters import SimpleListFilter

from program.letters.models import Letter, kind_in_words


class KindFilter(SimpleListFilter):
    """The kinds of letters that were written."""

    title = "kind"
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = Letter.objects.order_by("kind").values_list("kind", flat=True).distinct()
        return [(kind, kind_in_words(kind)) for kind in kinds]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset
