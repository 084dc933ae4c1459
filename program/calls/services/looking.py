"""Who looked at an application and who exported: recorded in Wagtail's log, one entry for each look.

An entry holds the reference and nothing else of the applicant, and goes when the application goes.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from wagtail.log_actions import log, registry
from wagtail.models import Page, PageLogEntry

from home.models import User
from program.calls.log_actions import DOWNLOAD, EXPORT, VIEW
from program.calls.models import Application, CallIndexPage, CallPage
from program.calls.services.receipts import RECEIPT
from program.letters.models import Letter


class Look(NamedTuple):
    """One look at an application: when, by whom, and in what way."""

    at: datetime
    by: str
    how: str


def record_view(*, application: Application, by: User, at: datetime) -> None:
    """Record that ``by`` opened the answers of ``application``."""
    log(application, VIEW, user=by, timestamp=at, title=application.reference)


def record_reading(*, letter: Letter, by: User, at: datetime) -> None:
    """Record that ``by`` opened a receipt: it is a copy of the answers. Other letters are not recorded."""
    if letter.kind == RECEIPT and isinstance(letter.about, Application):
        record_view(application=letter.about, by=by, at=at)


def record_download(*, application: Application, by: User, at: datetime, what: str) -> None:
    """Record that ``by`` took a file of ``application``. ``what`` is the question it answers, not the file's name."""
    log(application, DOWNLOAD, user=by, timestamp=at, title=application.reference, data={"what": what})


def record_export(*, call: CallPage | None, by: User, at: datetime, rows: int, columns: Sequence[str]) -> None:
    """Record that ``by`` exported ``rows`` applications of ``call``, or of all calls, with these groups of columns."""
    page = call or CallIndexPage.objects.first() or Page.get_first_root_node()
    log(page, EXPORT, user=by, timestamp=at, data={"rows": rows, "columns": list(columns)})


def looks_at(application: Application) -> list[Look]:
    """All looks at ``application``, the latest first; exports that it was in included."""
    own = registry.get_logs_for_instance(application).filter(action__in=(VIEW, DOWNLOAD))
    exports = PageLogEntry.objects.filter(
        action=EXPORT,
        page__in=[application.call_id, *CallIndexPage.objects.values_list("pk", flat=True)],
        timestamp__gte=application.received_at,
    )
    entries = [*own.select_related("user"), *exports.select_related("user")]
    entries.sort(key=lambda entry: entry.timestamp, reverse=True)
    return [Look(entry.timestamp, entry.user_display_name, entry.message) for entry in entries]
