"""The readers' own pages in the admin: their calls, the answers to one, one answer, and giving one up.

What a reader may not read is not found, for whatever reason: unknown, of another call, withdrawn, their
own, or closed by a conflict.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from program.calls.enums import UNDECIDED, Recommendation
from program.calls.forms.reading import ConflictForm, ReadingForm, for_reader
from program.calls.models import Application, CallPage, Conflict
from program.calls.permissions import may_see_name
from program.calls.reading_progress import verdicts_for
from program.calls.services import reading
from program.calls.services.looking import record_view


class ReadingPage(WagtailAdminTemplateMixin, TemplateView):
    """A page below “To read”, with the way back to it."""

    header_icon = "glasses"
    breadcrumbs_items = [{"url": reverse_lazy("reading:calls"), "label": "To read"}]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *self.get_steps(), {"url": "", "label": self.get_page_title()}]

    def get_steps(self):
        """The pages between “To read” and this one."""
        return []


class CallsToRead(ReadingPage):
    page_title = "To read"
    template_name = "calls/admin/calls_to_read.html"

    def get_breadcrumbs_items(self):
        return [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(calls=CallPage.objects.read_by(self.request.user), **kwargs)


class ApplicationsToRead(ReadingPage):
    """The answers to one call: what is left first, and of that what fewest have read."""

    template_name = "calls/admin/applications_to_read.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.call = get_object_or_404(CallPage.objects.read_by(request.user), id=kwargs["call_id"])

    def get_page_title(self):
        return self.call.title

    def get_context_data(self, **kwargs):
        reader = self.request.user
        applications = (
            Application.objects.to_read_by(reader)
            .filter(call=self.call)
            .with_reading_by(reader)
            .fewest_readings_first()
            .defer("answers", "later_answers", "terms")
        )
        return super().get_context_data(
            call=self.call,
            left=[each for each in applications if each.read_at is None and each.status in UNDECIDED],
            read=[each for each in applications if each.read_at],
            conflicts=Conflict.objects.filter(reader=reader, application__call=self.call).select_related("application"),
            **kwargs,
        )


class ApplicationPage(ReadingPage):
    """A page about one application that the reader may read now."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        theirs = Application.objects.to_read_by(request.user).select_related("call", "career_stage", "region")
        self.application = get_object_or_404(theirs, call__id=kwargs["call_id"], reference=kwargs["reference"])
        self.call = self.application.call
        self.sees_name = may_see_name(request.user, self.application)
        self.list_url = reverse("reading:call", args=[self.call.pk])

    @property
    def who(self):
        return self.application.name if self.sees_name else f"Applicant {self.application.reference}"

    def get_page_title(self):
        return self.who

    def get_steps(self):
        return [{"url": self.list_url, "label": self.call.title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            application=self.application, call=self.call, who=self.who, list_url=self.list_url, **kwargs
        )


class ReadView(ApplicationPage):
    """One application with the reader's own verdict, and those of others once that is in."""

    template_name = "calls/admin/read.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.own = self.application.readings.filter(reader=request.user).first()
        self.criteria = list(self.call.criteria.all())

    def get(self, request, *args, **kwargs):
        record_view(application=self.application, by=request.user, at=request.arrived_at)
        return self._show(ReadingForm(criteria=self.criteria, initial=ReadingForm.initial_of(self.own, self.criteria)))

    def post(self, request, *args, **kwargs):
        form = ReadingForm(request.POST, criteria=self.criteria)
        if not form.is_valid():
            return self._show(form)
        try:
            reading.record(
                application=self.application,
                reader=request.user,
                recommendation=Recommendation(form.cleaned_data["recommendation"]),
                scores=form.scores,
                comment=form.cleaned_data["comment"],
                at=request.arrived_at,
            )
        except reading.NotTheirsToRead:
            raise Http404 from None
        except reading.Decided:
            form.add_error(None, "It was decided meanwhile, so this was not saved. What you wrote is still here.")
            return self._show(form)
        return self._go_on()

    def _go_on(self):
        """To the next one where the reader asked for it and there is one, else to the list."""
        # Without the name: a message is kept in the browser until it is shown.
        saved = f"Saved what you think of {self.application.reference}."
        if "next" not in self.request.POST:
            messages.success(self.request, saved)
            return redirect(self.list_url)
        following = Application.objects.left_to(self.request.user).filter(call=self.call).fewest_readings_first()
        application = following.first()
        if application is None:
            messages.success(self.request, f"{saved} That was the last one for now. Thank you.")
            return redirect(self.list_url)
        messages.success(self.request, saved)
        return redirect("reading:application", self.call.pk, application.reference)

    def _show(self, form):
        reader = self.request.user
        context = self.get_context_data(
            sections=for_reader(self.application, with_name=self.sees_name),
            form=form,
            own=self.own,
            is_open=self.application.status in UNDECIDED,
            was_corrected=bool(
                self.own and self.application.corrected_at and self.application.corrected_at > self.own.at
            ),
            others=verdicts_for(reader, self.application),
            others_waiting=0 if self.own else self.application.readings.exclude(reader=reader).count(),
        )
        return self.render_to_response(context)


class ConflictView(ApplicationPage):
    """The reader's word that they can't be fair, asked for once more before it closes the application."""

    template_name = "calls/admin/conflict.html"

    def get_page_title(self):
        return "I can’t be fair about this one"

    def get_steps(self):
        url = reverse("reading:application", args=[self.call.pk, self.application.reference])
        return [*super().get_steps(), {"url": url, "label": self.who}]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=ConflictForm()))

    def post(self, request, *args, **kwargs):
        form = ConflictForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            reading.declare_conflict(
                application=self.application, reader=request.user, why=form.cleaned_data["why"], at=request.arrived_at
            )
        except reading.NotTheirsToRead:
            raise Http404 from None
        messages.success(request, f"{self.application.reference} is closed to you now. Thank you for saying so.")
        return redirect(self.list_url)
