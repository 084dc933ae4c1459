"""``python -m tests.load.submitting``: answers with a file of 1 MB, so many a second, for as long as one says.

Real web processes and a real PostgreSQL on loopback. They are sent at their time whether or not those before have
been answered. ``--seconds 300`` is what the promise says; ``--rate`` takes another number a second. Exits with 1 when
an answer got lost or was doubled, or when the 95th percentile is over half a second.
"""

import argparse
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tests.load.answers import a_pdf, memory, new_secret, post, served_site

AT_MOST = 500
AT_ONCE = 64


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=30)
    options = parser.parse_args()
    with served_site() as site:
        content = a_pdf(1_000_000)
        for _ in range(10):
            post(site, new_secret(), content)
        before = {pid: memory(pid) for pid in site.workers}
        answered = run(site, content, options.seconds, options.rate)
        after = {pid: memory(pid) for pid in site.workers}
        sys.exit(0 if report(answered, before, after) else 1)


def run(site, content: bytes, seconds: int, rate: int) -> list[tuple[str, int, float]]:
    """(secret, status, milliseconds) of each answer."""

    def send(due: float) -> tuple[str, int, float]:
        secret, began = new_secret(), time.monotonic()
        try:
            status, _ = post(site, secret, content)
        except OSError:
            status = 0
        # From the moment it was due: an answer that had to wait for its turn has waited.
        return secret, status, (time.monotonic() - min(began, due)) * 1000

    began, sent = time.monotonic() + 0.1, []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number in range(seconds * rate):
            due = began + number / rate
            time.sleep(max(0, due - time.monotonic()))
            sent.append(pool.submit(send, due))
        return [each.result() for each in sent]


def report(answered, before, after) -> bool:
    from django.db.models import Count

    from program.calls.models import Application
    from program.calls.services.form_secrets import digest
    from program.files.models import PrivateFile
    from program.letters.models import Letter

    took = sorted(each for _, _, each in answered)
    p95 = statistics.quantiles(took, n=20)[-1]
    received = [digest(secret) for secret, status, _ in answered if status == 302]
    stored = Application.objects.filter(secret_digest__in=received).annotate(number=Count("files"))
    whole = sum(each.number == 1 for each in stored)
    print(
        f"{len(answered)} answers with 1 MB: p50 {statistics.median(took):.0f} ms, p95 {p95:.0f} ms, "
        f"at most {took[-1]:.0f} ms; {len(answered) - len(received)} not received"
    )
    lost = len(received) - whole
    doubled = PrivateFile.objects.count() - Application.objects.count()
    letters = Letter.objects.filter(kind="application_received").count() - Application.objects.count()
    print(f"lost {lost}, files too many {doubled}, receipts too many {letters}")
    for pid, held in before.items():
        print(f"web process {pid}: {held:.0f} MB before, {after.get(pid, 0):.0f} MB after")
    return (lost, doubled, letters) == (0, 0, 0) and len(received) == len(answered) and p95 < AT_MOST


if __name__ == "__main__":
    main()
