"""What a form held, given back by a page that can do nothing else for it."""

from django.template.response import TemplateResponse

from program.calls.forms.applicant import ApplicantForm
from program.calls.forms.questions import QuestionsForm
from program.calls.forms.transcript import Row

# What a form carries that nobody typed.
CARRIED = {"csrfmiddlewaretoken", "secret", "asked", "part", "code", "step"}
ANSWER = "/answer/"


def give_back(request):
    """The words of a form whose call was taken down while somebody filled it in; None for any other request.

    Says nothing of the call, not even its questions: it is not public. The questions are named by their keys.
    """
    if request.method != "POST" or not request.path.endswith(ANSWER) or "secret" not in request.POST:
        return None
    rows = [
        Row(_label(name), "\n".join(values).strip())
        for name, values in request.POST.lists()
        if name not in CARRIED and not name.endswith("-remove") and any(value.strip() for value in values)
    ]
    return TemplateResponse(
        request, "calls/answer_taken_down.html", {"sections": [{"title": "", "rows": rows}]}, status=404
    )


def _label(name):
    field = ApplicantForm.base_fields.get(name)
    if field:
        return str(field.label)
    return name.removeprefix(f"{QuestionsForm.prefix}-").replace("_", " ").strip().capitalize()
