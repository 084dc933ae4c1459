"""The letter that says an application is stored."""

from datetime import date, datetime

from program.calls.models import Application
from program.calls.services.telling import tell
from program.letters.models import Letter
from program.letters.words import Lines, Ours

# The kind of letter that holds a copy of the answers.
RECEIPT = "application_received"


def write_receipt(*, application: Application, at: datetime) -> Letter | None:
    """Write the receipt in the transaction that stores ``application``: reference, a copy, the personal link.

    The copy holds all of it, also what readers don't see: it goes to the one who wrote it.
    """
    from program.calls.forms.transcript import stored  # the forms ask services what moves are legal

    hear_by = application.terms.get("hear_by")
    sections = [
        {"title": Ours(section.title), "rows": rows}
        for section in stored(application)
        # A heading with nothing below it would look as if something had got lost.
        if (rows := [{"label": Ours(row.label), "value": Lines(row.value)} for row in section.rows if row.value])
    ]
    return tell(
        application=application,
        kind="received",
        subject="Your answers are here",
        key="receipt",
        at=at,
        received=application.received_at,
        closes=application.call.closes_at,
        in_time=application.call.is_accepting(application.received_at),
        hear_by=date.fromisoformat(hear_by) if hear_by else None,
        kept_months=application.terms["kept_months"],
        sections=sections,
    )
