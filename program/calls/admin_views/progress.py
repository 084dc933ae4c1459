"""How the reading of each call goes, for those who keep the register; and reminding readers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from program.calls.models import CallPage
from program.calls.permissions import may_manage_applications
from program.calls.reading_progress import conflicts_in, progress_of, spreads_of
from program.calls.services import reading


class ProgressPage(WagtailAdminTemplateMixin, TemplateView):
    """A page below “Reading”; for anybody who does not keep the register it does not exist."""

    header_icon = "tasks"
    breadcrumbs_items = [{"url": reverse_lazy("reading:progress_list"), "label": "Reading"}]

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if not may_manage_applications(request.user):
            raise Http404


class CallsBeingRead(ProgressPage):
    page_title = "Reading"
    template_name = "calls/admin/calls_being_read.html"
    breadcrumbs_items = [{"url": "", "label": "Reading"}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(calls=CallPage.objects.being_read(), **kwargs)


class CallProgressPage(ProgressPage):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.call = get_object_or_404(CallPage, id=kwargs["call_id"])


class ProgressView(CallProgressPage):
    """How far each reader is, and how far they agree about each application."""

    template_name = "calls/admin/progress.html"

    def get_page_title(self):
        return self.call.title

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.call.title}]

    def get_context_data(self, **kwargs):
        progress = progress_of(self.call)
        return super().get_context_data(
            call=self.call,
            progress=progress,
            can_remind=any(each.left for each in progress),
            conflicts=conflicts_in(self.call, self.request.user),
            spreads=spreads_of(self.call, self.request.user),
            **kwargs,
        )


class LiftConflictView(CallProgressPage):
    """Opens an application to a reader again. Nothing to look at: a button of ``ProgressView`` leads here."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        conflict = get_object_or_404(conflicts_in(self.call, request.user), pk=kwargs["conflict_id"])
        try:
            reading.lift_conflict(conflict=conflict, by=request.user, at=request.arrived_at)
        except reading.NotTheirsToLift:
            raise Http404 from None
        messages.success(request, f"{conflict.application.reference} is open to {conflict.reader} again.")
        return redirect("reading:progress", self.call.pk)


class RemindView(CallProgressPage):
    """Each letter that would go, and to whom; they go when somebody says so."""

    page_title = "Remind readers"
    template_name = "calls/admin/remind.html"

    def get_breadcrumbs_items(self):
        url = reverse("reading:progress", args=[self.call.pk])
        return [*self.breadcrumbs_items, {"url": url, "label": self.call.title}, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        progress = progress_of(self.call)
        letters = reading.reminders(
            call=self.call, readers=[each.reader for each in progress], at=self.request.arrived_at
        )
        return super().get_context_data(
            call=self.call,
            letters=letters,
            without_address=[each.reader for each in progress if each.left and not each.reader.email],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        chosen = set(request.POST.getlist("reader"))
        readers = [each.reader for each in progress_of(self.call) if str(each.reader.pk) in chosen]
        written = reading.remind(call=self.call, readers=readers, by=request.user, at=request.arrived_at)
        if written:
            messages.success(request, f"{written} {'letter is' if written == 1 else 'letters are'} on the way.")
        else:
            messages.warning(request, "No letter was written: tick at least one reader.")
        return redirect("reading:progress", self.call.pk)
