"""``python -m tests.load.deciding``: the register of many applications, and announcing to hundreds.

Makes a SQLite database of its own in a folder that goes afterwards; DATABASE_URL takes an empty one instead.
ROWS=20000 and LETTERS=2000 take other numbers. Promised: the register under 500 ms with the same number of
queries as for 50, and no request of an announcement over 1 s for 600 letters.
"""

import os
import statistics
import tempfile
import time

ROWS = int(os.environ.get("ROWS", 5_000))
LETTERS = int(os.environ.get("LETTERS", 600))
BATCH = 500
REGISTER = "/admin/calls/application/"
LISTS = {
    "the whole list": "",
    "its last page": "?p=100",
    "by name": "?o=1",
    "by readings": "?o=-7",
    "a search": "?q=sample",
    "one call": "?call__id__exact={call}",
    "pending, unread": "?pending=any&readings=0",
}


def plant(call, number: int, status: str = "received", pending: str = "") -> None:
    """``number`` more applications of ``call``, two readings for every second one."""
    from program.calls.models import Application, Reading
    from program.calls.services import answering
    from tests.factories import ApplicationFactory, ReaderFactory

    first = ApplicationFactory(call=call)
    pattern = {field.attname: getattr(first, field.attname) for field in first._meta.fields}
    readers = [ReaderFactory() for _ in range(2)]
    for start in range(1, number, BATCH):
        rows = []
        for each in range(start, min(start + BATCH, number)):
            secret = answering.new_secret()
            own = {"id": None, "reference": secret[:9], "secret_digest": secret, "email": f"sample-{each}@example.org"}
            rows.append(Application(**pattern | own | {"status": status, "pending_status": pending}))
        made = Application.objects.bulk_create(rows)
        Reading.objects.bulk_create(
            Reading(application=each, reader=reader, recommendation="yes", at=first.received_at)
            for each in made[::2]
            for reader in readers
        )


def timed(act) -> tuple[float, int, object]:
    """Milliseconds, queries and result of ``act``."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        result = act()
        took = (time.perf_counter() - began) * 1000
    return took, len(queries), result


def measure_register(client, call) -> None:
    for name, query in LISTS.items():
        address = REGISTER + query.format(call=call.pk)
        runs = [timed(lambda address=address: client.get(address)) for _ in range(5)]
        assert all(run[2].status_code == 200 for run in runs)
        print(f"  {name}: {statistics.median(run[0] for run in runs):.0f} ms, {runs[-1][1]} queries")


def measure_announcing(client, call) -> None:
    from django.utils import timezone

    from program.calls.models import AnnouncedDecision
    from program.calls.services import announcing
    from program.letters.models import Letter

    address = f"/admin/calls/announce/{call.pk}/"
    client.get(address)
    took, queries, _page = timed(lambda: client.get(address))
    print(f"  a page of the dry run of {LETTERS}: {took:.0f} ms, {queries} queries")
    shown = announcing.fingerprint(call)
    took, queries, answer = timed(lambda: client.post(address, {"shown": shown}))
    assert AnnouncedDecision.objects.count() == LETTERS, answer
    print(f"  “Send {LETTERS} letters”: {took:.0f} ms, {queries} queries")
    began = time.perf_counter()
    while announcing.carry_out(timezone.now()):
        pass
    took = time.perf_counter() - began
    assert Letter.objects.count() == LETTERS
    print(f"  carried out by one worker: {took:.1f} s, {LETTERS / took:.0f} letters a second")
    took, queries, _page = timed(lambda: client.get(answer.url))
    print(f"  its progress: {took:.0f} ms, {queries} queries")


def measure_together(client, call) -> None:
    import re

    address = "/admin/calls/application/together/"
    query = {"all": "1", "call__id__exact": call.pk, "do": "pending:not_this_time"}
    took, queries, page = timed(lambda: client.get(address, query))
    print(f"  who {LETTERS} are: {took:.0f} ms, {queries} queries")
    seen = re.search(rb'name="seen" value="([^"]+)"', page.content)[1].decode()
    decision = {"do": "pending:not_this_time", "seen": seen, "why": ""}
    took, queries, _page = timed(lambda: client.post(address, decision))
    print(f"  deciding about {LETTERS}: {took:.0f} ms, {queries} queries")


def main() -> None:
    from django.core.management import call_command
    from django.test import Client

    from tests.factories import CallPageFactory, ModeratorFactory

    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(ModeratorFactory())
    call = CallPageFactory(closed=True)
    plant(call, 50)
    client.get(REGISTER)
    for number in (50, ROWS):
        plant(call, number - call.applications.count())
        print(f"The register of {call.applications.count()} applications:")
        measure_register(client, call)
    large = CallPageFactory(closed=True)
    plant(large, LETTERS)
    print(f"Deciding about {LETTERS} and announcing it:")
    measure_together(client, large)
    measure_announcing(client, large)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/load.sqlite3")
        import django

        django.setup()
        main()
