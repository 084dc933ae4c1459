"""All that the site keeps about an application for its applicant to take along.

What others wrote about it (scores, comments, decisions not yet told) is theirs and not in it.
"""

from typing import Any

from django.utils import timezone

from program.calls.answer_files import answer_files
from program.calls.forms import ApplicantForm
from program.calls.models import Application
from program.calls.standing import steps


def own_data(application: Application) -> dict[str, Any]:
    """``application`` as plain values that JSON can hold; times are in the association's zone, with their offset."""
    return {
        "call": application.call.title,
        "reference": application.reference,
        "status": application.public_status,
        "what_happened": [{"at": _time(step.at), "what": step.words} for step in steps(application)],
        "offer_until": _time(application.offer_until),
        "you": {name: _value(application, name) for name in ApplicantForm._meta.fields},
        "ranked_seats": application.ranked_seats,
        "answers": _answers(application.answers),
        "answers_after_acceptance": _answers(application.later_answers),
        "files": [
            {
                "question": question,
                "name": file.name,
                "kind": file.get_kind_display(),
                "bytes": file.size,
                "sent_at": _time(file.uploaded_at),
            }
            for question, file in answer_files(application).values()
        ],
        "letters": [
            {"at": _time(letter.written_at), "to": letter.to, "subject": letter.subject}
            for letter in application.letters.order_by("written_at", "pk")
        ],
        "agreed_at": _time(application.agreed_at),
        "agreed_to": application.terms,
        "kept_until": application.keep_until and application.keep_until.isoformat(),
        "deletion_asked_at": _time(application.deletion_asked_at),
        "handed_in_the_demographics_sheet": application.gave_demographics,
    }


def _answers(answers: list[dict]) -> list[dict]:
    """Questions with their answers; a file is named among the files."""
    return [{"question": each["question"], "kind": each["kind"], "answer": each["answer"]} for each in answers]


def _value(application: Application, name: str) -> Any:
    display = getattr(application, f"get_{name}_display", None)
    value = display() if display else getattr(application, name)
    return value if value is None or isinstance(value, bool) else str(value)


def _time(at) -> str | None:  # type: ignore[no-untyped-def]
    return timezone.localtime(at).isoformat() if at else None
