"""The register of letters in the Wagtail admin: whom each went to, what it says, what became of it.

Thin on purpose: who may do what is asked of ``permissions``, a letter is moved by ``services.managing``.
"""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView, InstanceSpecificView

from home.models import AssociationSettings
from home.register import ReadOnlyPermissionHelper, RegisterListView, demand_number
from home.templatetags.moments import in_a_list
from program.letters.models import Letter, kind_in_words
from program.letters.permissions import letters_open_to, may_manage_letters, may_see_letters
from program.letters.register_filters import KindFilter
from program.letters.services import managing
from program.letters.services.rendering import text_for_staff
from program.letters.typesetting import html_of


class LetterPermissionHelper(ReadOnlyPermissionHelper):
    """Puts modeladmin's questions to ``permissions``."""

    def user_has_any_permissions(self, user):
        return may_see_letters(user)

    def user_can_list(self, user):
        return may_see_letters(user)

    def user_can_inspect_obj(self, user, obj):
        return may_see_letters(user)


class LetterButtonHelper(ButtonHelper):
    """The subject in the list is the way to a letter; a button beside it would say the same again."""

    def get_buttons_for_obj(self, obj, **kwargs):
        return []

    def inspect_button(self, pk, **kwargs):
        return super().inspect_button(pk, **kwargs) | {"label": "Read", "title": "Read this letter"}


class ListView(RegisterListView):
    LOOKUPS = frozenset({"state__exact", "kind"})


class ReadView(InspectView):
    """One letter: as its reader sees it but for personal links, and each try to send it."""

    def get(self, request, *args, **kwargs):
        for note in hooks.get_hooks("after_reading_a_letter"):
            note(letter=self.instance, by=request.user, at=request.arrived_at)
        return super().get(request, *args, **kwargs)

    def get_page_title(self):
        return str(self.instance)

    def get_page_subtitle(self):
        return self.instance.to

    def get_meta_title(self):
        return f"Letter: {self.instance}"

    def get_context_data(self, **kwargs):
        letter = self.instance
        text = text_for_staff(letter)
        program_name = AssociationSettings.load(request_or_site=self.request).program_name
        may_manage = may_manage_letters(self.request.user)
        return super().get_context_data(
            text=text,
            html=html_of(text, subject=letter.subject, program_name=program_name),
            tries=letter.tries.all(),
            resend_url=_door("resend", letter) if may_manage and managing.may_be_resent(letter) else "",
            discard_url=_door("discard", letter) if may_manage and managing.may_be_discarded(letter) else "",
            **kwargs,
        )


class HandleView(InstanceSpecificView):
    """Asks once more before ``act`` is done with a letter."""

    action = told = ""

    def check_action_permitted(self, user):
        return may_manage_letters(user)

    def get_meta_title(self):
        return self.page_title

    def get_page_subtitle(self):
        return str(self.instance)

    def get(self, request, *args, **kwargs):
        inspect_url = self.url_helper.get_action_url("inspect", self.instance.pk)
        fits = self.fits(self.instance)
        return self.render_to_response(self.get_context_data(action=self.action, fits=fits, inspect_url=inspect_url))

    def post(self, request, *args, **kwargs):
        try:
            self.act(letter=self.instance, by=request.user, at=request.arrived_at)
            messages.success(request, f"“{self.instance}”: {self.told}")
        except managing.NotFitting:
            messages.error(request, "Nothing was done: the letter has moved on meanwhile. Look at where it stands now.")
        return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))

    def get_template_names(self):
        return ["modeladmin/letters/letter/handle.html"]


class ResendView(HandleView):
    page_title = "Send the letter again"
    action = "resend"
    told = "it is sent within a minute."
    act = staticmethod(managing.resend)
    fits = staticmethod(managing.may_be_resent)


class DiscardView(HandleView):
    page_title = "Discard the letter"
    action = "discard"
    told = "it is sent to nobody."
    act = staticmethod(managing.discard)
    fits = staticmethod(managing.may_be_discarded)


class LetterRegister(ModelAdmin):
    model = Letter
    menu_label = "Letters"
    menu_icon = "mail"
    menu_order = 270
    list_display = ("words", "to", "what_kind", "state", "about_whom", "written")
    list_filter = ("state", KindFilter)
    search_fields = ("to", "to_name", "subject")
    ordering = ("-written_at", "-pk")
    list_per_page = 50
    index_view_class = ListView
    inspect_view_enabled = True
    inspect_view_class = ReadView
    # Modeladmin asks nobody's permission there; what became of a letter stands on the page to read it.
    history_view_enabled = False
    permission_helper_class = LetterPermissionHelper
    button_helper_class = LetterButtonHelper

    @admin.display(description="Subject", ordering="subject")
    def words(self, letter):
        return str(letter)

    @admin.display(description="Kind", ordering="kind")
    def what_kind(self, letter):
        return kind_in_words(letter.kind)

    @admin.display(description="About")
    def about_whom(self, letter):
        return str(letter.about) if letter.about else ""

    @admin.display(description="Written", ordering="written_at")
    def written(self, letter):
        return in_a_list(letter.written_at)

    def get_queryset(self, request):
        return super().get_queryset(request).filter(pk__in=letters_open_to(request.user)).prefetch_related("about")

    def inspect_view(self, request, instance_pk):
        self._demand_open(request, instance_pk)
        return super().inspect_view(request, instance_pk)

    def handle_view(self, request, instance_pk, view):
        self._demand_open(request, instance_pk)
        if not may_manage_letters(request.user):
            raise PermissionDenied
        return view.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def _demand_open(self, request, key):
        """Modeladmin looks a letter up among all; one that is closed to somebody does not exist for them."""
        demand_number(key)
        if may_see_letters(request.user) and not letters_open_to(request.user).filter(pk=key).exists():
            raise Http404

    def get_admin_urls_for_registration(self):
        return (
            *super().get_admin_urls_for_registration(),
            *(
                path(f"letters/letter/{name}/<str:instance_pk>/", self.handle_view, {"view": view}, f"{name}_letter")
                for name, view in (("resend", ResendView), ("discard", DiscardView))
            ),
        )


def _door(action: str, letter: Letter) -> str:
    return reverse(f"{action}_letter", args=[letter.pk])
