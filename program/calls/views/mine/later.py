"""What is asked only of those who accepted a place."""

from program.calls.enums import Status
from program.calls.forms.again import typed_answers
from program.calls.forms.questions import questions_form_class
from program.calls.forms.transcript import first_control_id
from program.calls.forms.words import with_plain_newlines
from program.calls.services import correcting
from program.calls.services.deciding import IllegalMove
from program.calls.views.mine.door import back, by_own_link, show
from program.calls.views.mine.resent import Resent
from program.calls.views.showing import FILE_GONE
from program.files.services import FilesGone


@by_own_link
def later(request, application, secret):
    """The questions after acceptance, with what was answered before. They can be answered again at any time."""
    if application.status != Status.ACCEPTED or not application.call.later_questions:
        return back(secret)
    resent = Resent(request, application, later=True)
    form = _form(request, application, resent)
    if request.method == "POST" and form.is_valid():
        try:
            correcting.answer_later(application=application, answers=form.snapshot(), files=resent.kept.values())
            return back(secret)
        except FilesGone:
            resent.say_which_are_gone(FILE_GONE)
            form = _form(request, application, resent)
        except IllegalMove:
            return back(secret)
    errors = [(first_control_id(field), field.label, message) for field in form for message in field.errors]
    if request.method != "POST":
        errors = []
        form.errors.clear()
    return show(request, "later", application, secret, form=form, resent=resent, errors=errors)


def _form(request, application, resent):
    data = with_plain_newlines(request.POST) if request.method == "POST" else typed_answers(application.later_answers)
    return questions_form_class(application.call.later_questions)(data, kept=resent.kept, refused=resent.refused)
