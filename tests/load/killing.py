"""``python -m tests.load.killing``: answers with a file while the web processes are killed at random.

Whoever sees no receipt sends the same page once more, as people do, until there is one. At the end each receipt
must have its application, with its file whole and its letter; content without a row must be gone after the sweep.
``--seconds 60`` takes longer. Exits with 1 when anything is lost, doubled or left over.
"""

import argparse
import os
import random
import signal
import sys
import threading
import time
from datetime import timedelta

from tests.load.answers import a_pdf, new_secret, post, served_site

SENDERS = 4
BETWEEN_KILLS = 0.7


class Sending:
    """People who send answers one after the other until the time is over."""

    def __init__(self, site, seconds: int):
        self.site, self.until = site, time.monotonic() + seconds
        self.receipts: dict[str, bytes] = {}
        self.repeats = 0

    def run(self) -> None:
        while time.monotonic() < self.until:
            secret, content = new_secret(), a_pdf(50_000)
            for _ in range(100):
                try:
                    status, _ = post(self.site, secret, content)
                except OSError:
                    status = 0
                if status == 302:
                    self.receipts[secret] = content
                    break
                self.repeats += 1
                time.sleep(0.05)
            else:
                sys.exit("An answer got no receipt after a hundred tries.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    with served_site() as site:
        sending = Sending(site, parser.parse_args().seconds)
        senders = [threading.Thread(target=sending.run) for _ in range(SENDERS)]
        for sender in senders:
            sender.start()
        killed = 0
        while time.monotonic() < sending.until - 1:
            time.sleep(random.uniform(0, 2 * BETWEEN_KILLS))
            if workers := site.workers:
                os.kill(random.choice(workers), signal.SIGKILL)
                killed += 1
        for sender in senders:
            sender.join()
        print(f"{len(sending.receipts)} receipts, {killed} web processes killed, {sending.repeats} sent once more")
        sys.exit(0 if is_whole(sending.receipts) else 1)


def is_whole(receipts: dict[str, bytes]) -> bool:
    import hashlib

    from django.conf import settings
    from django.utils import timezone

    from program.calls.models import Application
    from program.calls.services.form_secrets import digest
    from program.files.housekeeping import gaps, sweep
    from program.files.models import PrivateFile
    from program.letters.models import Letter

    lost, damaged = 0, 0
    for secret, content in receipts.items():
        application = Application.objects.filter(secret_digest=digest(secret)).first()
        file = application.files.first() if application else None
        if file is None or not application.letters.filter(kind="application_received").exists():
            lost += 1
        elif hashlib.sha256(file.open().read()).digest() != hashlib.sha256(content).digest():
            damaged += 1
    sweep(at=timezone.now() + timedelta(days=3))
    left_over = gaps(at=timezone.now() + timedelta(days=3), reading=True)
    on_disk = sum(1 for path in settings.PRIVATE_ROOT.rglob("*") if path.is_file())
    counts = Application.objects.count(), PrivateFile.objects.count(), Letter.objects.count(), on_disk
    print(f"lost {lost}, damaged {damaged}; applications, files, letters, contents: {counts}; gaps {left_over}")
    return not lost and not damaged and not left_over and set(counts) == {len(receipts)}


if __name__ == "__main__":
    main()
