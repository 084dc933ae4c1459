"""Letters to applicants about their own application. Each leads back to it."""

from datetime import datetime
from typing import Any

from program.calls.models import Application
from program.calls.services.form_secrets import APPLICATION
from program.letters.models import Letter
from program.letters.services.writing import write
from program.letters.words import Ours
from program.links.services import issue


def tell(
    *, application: Application, kind: str, subject: str, at: datetime, key: str = "", **context: Any
) -> Letter | None:
    """Write the letter ``kind`` to the applicant, in the transaction of what it tells of.

    Its template is ``letters/application_<kind>.txt``; it has ``name``, ``call``, ``reference``, ``links.own``
    and ``context``. Written once for each ``key``, which is ``kind`` where none is given.
    """
    kind = f"application_{kind}"
    return write(
        kind=kind,
        to=application.email,
        to_name=application.name,
        subject=subject,
        context={
            "name": application.name,
            "call": Ours(application.call.title),
            "reference": Ours(application.reference),
            **context,
        },
        links={"own": issue(purpose=APPLICATION, target=application, at=at)},
        about=application,
        unique_key=f"{key or kind}:{application.pk}",
        at=at,
    )
