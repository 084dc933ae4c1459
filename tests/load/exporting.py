"""``python -m tests.load.exporting``: how long an export of many applications takes, and how much memory.

Makes a SQLite database of its own in a folder that goes afterwards; DATABASE_URL takes an empty one instead.
ROWS=20000 takes another number of rows.
"""

import io
import os
import resource
import tempfile
import time
from pathlib import Path

ROWS = int(os.environ.get("ROWS", 5_000))
BATCH = 500


def resident() -> float:
    """The memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def plant() -> int:
    """A call with ``ROWS`` applications, each with what people really write; the key of the call."""
    from program.calls.models import Application, Reading, Score
    from program.calls.services import answering
    from tests.factories import ApplicationFactory, CallPageFactory, QuestionFactory, ReaderFactory

    call = CallPageFactory(questions=[QuestionFactory() for _ in range(8)])
    first, reader = ApplicationFactory(call=call), ReaderFactory()
    for answer in first.answers:
        answer["answer"] = "Some words about a small library and what it tried. " * 12
    for start in range(1, ROWS, BATCH):
        rows = []
        for number in range(start, min(start + BATCH, ROWS)):
            first.pk, first.reference = None, f"{number:09d}"
            first.secret_digest = answering.new_secret()
            rows.append(Application(**{field.attname: getattr(first, field.attname) for field in first._meta.fields}))
        Application.objects.bulk_create(rows)
    readings = [
        Reading(application_id=key, reader=reader, recommendation="yes", at=first.received_at)
        for key in call.applications.values_list("pk", flat=True)
    ]
    Reading.objects.bulk_create(readings, batch_size=BATCH)
    Score.objects.bulk_create([Score(reading=each, criterion="One", value=4) for each in readings], batch_size=BATCH)
    return call.pk


def measure(client, call: int, kind: str) -> str:
    from program.calls.exporting import GROUPS

    before, highest, size, began, first = resident(), 0.0, 0, time.monotonic(), 0.0
    columns = [group.key for group in GROUPS]
    response = client.post("/admin/calls/application/export/", {"kind": kind, "columns": columns, "call": call})
    for piece in response.streaming_content:
        first = first or time.monotonic() - began
        size += io.BytesIO(piece).getbuffer().nbytes
        highest = max(highest, resident())
    took = time.monotonic() - began
    grew = max(highest, resident()) - before
    return (
        f"{kind}: {ROWS} rows, {size / 1e6:.1f} MB in {took:.1f} s, the first byte after {first:.2f} s; "
        f"memory {grew:+.1f} MB, from {before:.0f} MB"
    )


def main() -> None:
    from django.core.management import call_command
    from django.test import Client

    from tests.factories import ModeratorFactory

    call_command("migrate", verbosity=0)
    call = plant()
    client = Client()
    client.force_login(ModeratorFactory())
    client.get("/admin/calls/application/export/")
    for kind in ("csv", "xlsx", "csv", "xlsx"):
        print(measure(client, call, kind))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/load.sqlite3")
        import django

        django.setup()
        main()
