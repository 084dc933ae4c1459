"""One application with a marker in every place that can hold a word about its applicant; and a search for it."""

from datetime import timedelta
from pathlib import Path

from django.db import connection, models, transaction

from program.calls.enums import Recommendation, Status
from program.calls.models import (
    AnnouncedDecision,
    Announcement,
    Application,
    Appointment,
    Conflict,
    Draft,
    LateCode,
    NameForward,
    Reading,
    Score,
    StatusChange,
)
from program.calls.services import looking
from program.files import services as files
from program.files.enums import Kind
from program.files.judging import Limits
from program.letters.models import LetterTry
from program.letters.services.writing import write
from program.links.services import issue
from tests.factories import ApplicationFactory, CallPageFactory, ModeratorFactory, ReaderFactory
from tests.factories.files import uploaded

MARKER = "marker-7f3a9c"
ADDRESS = f"{MARKER}@example.org"


def plant(at, *, call_was_open_days_ago=420) -> Application:
    """An application kept until the day before ``at``, to a call that closed long ago unless told otherwise."""
    call = CallPageFactory(now=at - timedelta(days=call_was_open_days_ago))
    application = ApplicationFactory(call=call)
    forward = NameForward.objects.create(
        call=call, colleague_name=MARKER, colleague_email=ADDRESS, by_name=MARKER, by_email=ADDRESS, why=MARKER, at=at
    )
    code = LateCode.objects.create(call=call, who_for=MARKER, code_digest="c" * 64, opens_until=at, made_at=at)
    _mark(application, keep_until=at.date() - timedelta(days=1), forward=forward, late_code=code)
    _around(application, at)
    draft = Draft.objects.create(
        call=call,
        secret_digest=application.secret_digest,
        data={"name": [MARKER]},
        email=ADDRESS,
        forward=forward,
        saved_at=at,
        expires_at=at + timedelta(days=30),
    )
    for row in (application, forward, draft, code):
        _write_and_upload(row, at)
    return application


def _mark(application, **fields):
    """Fill every field of text with the marker, whatever fields there are."""
    kept = {"reference", "secret_digest", "status", "member", "library_type"}
    for field in application._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField) and field.name not in kept:
            words = ADDRESS if isinstance(field, models.EmailField) else MARKER
            fields.setdefault(field.name, words[: field.max_length])
    fields["pending_status"] = Status.OFFERED
    fields["answers"] = [{**answer, "answer": MARKER} for answer in application.answers]
    fields["later_answers"], fields["ranked_seats"], fields["terms"] = fields["answers"], [MARKER], {"note": MARKER}
    Application.objects.filter(pk=application.pk).update(**fields)
    application.refresh_from_db()


def _around(application, at):
    reader, call = ReaderFactory(), application.call
    StatusChange.objects.create(
        application=application, from_status="received", to_status="received", at=at, why=MARKER
    )
    Conflict.objects.create(application=application, reader=reader, why=MARKER, at=at)
    reading = Reading.objects.create(
        application=application, reader=reader, recommendation=Recommendation.YES, comment=MARKER, at=at
    )
    Score.objects.create(reading=reading, criterion=MARKER, value=3)
    announcement = Announcement.objects.create(call=call, begun_at=at)
    AnnouncedDecision.objects.create(
        announcement=announcement, application=application, left_out=MARKER, status=Status.OFFERED
    )
    # A name without a yes, on the page and in its versions.
    Application.objects.filter(pk=application.pk).update(status=Status.ACCEPTED)
    call.appointments.add(Appointment(name=MARKER, library=MARKER, application=application))
    call.save_revision()
    call.save()
    moderator = ModeratorFactory()
    looking.record_view(application=application, by=moderator, at=at)
    looking.record_download(application=application, by=moderator, at=at, what=MARKER)


def _write_and_upload(row, at):
    with transaction.atomic():
        letter = write(
            kind="sample",
            template="letters/application_withdrawn.txt",
            to=ADDRESS,
            to_name=MARKER,
            subject=MARKER,
            context={"name": MARKER, "call": MARKER, "reference": MARKER, "why": MARKER},
            links={"own": issue(purpose="application", target=row, at=at)},
            about=row,
            unique_key=f"{MARKER}-{row._meta.model_name}",
            at=at,
        )
    LetterTry.objects.create(letter=letter, at=at, outcome="permanent", words=f"550 {ADDRESS} is unknown")
    # Into a form that is not sent yet, files come that belong to nothing.
    slots = ("attached", "left") if hasattr(row, "secret_digest") else ("attached",)
    content = f"What I would bring: {MARKER} {row._meta.model_name}".encode()
    limits = Limits(frozenset(Kind))
    for slot in slots:
        file = files.store(
            upload=uploaded(content, f"{MARKER}.txt"),
            limits=limits,
            holder=getattr(row, "secret_digest", MARKER),
            slot=f"{slot} {row._meta.model_name}",
            at=at,
        )
        if slot == "attached":
            files.attach(files=[file], owner=row)


def tables_with(word: str) -> set[str]:
    """The tables of the database that hold ``word`` in any column of any row, read with nothing but SQL."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names from the database
            if any(word in _text(value) for row in cursor.fetchall() for value in row):
                found.add(table)
    return found


def files_with(word: str, *folders: Path) -> list[Path]:
    """The files below ``folders`` that hold ``word`` in their name or their content."""
    below = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    return [path for path in below if word in path.name or word.encode() in path.read_bytes()]


def _text(value) -> str:
    return bytes(value).decode(errors="replace") if isinstance(value, bytes | memoryview) else str(value)
