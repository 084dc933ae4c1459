import signal

from django.core.management.base import BaseCommand

from config.worker import Worker


class Command(BaseCommand):
    help = "Sends letters and does the chores of the site until it is stopped. Any number may run at once."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="one round and the end, for hosts with a timer only")
        parser.add_argument("--beside", type=int, metavar="PID", help="end when this process does, which started it")

    def handle(self, *args, once, beside, **options):
        worker = Worker(beside=beside)
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, worker.stop)
        if once:
            worker.round()
            return
        self.stdout.write("The worker has started.")
        self.stdout.flush()
        worker.run()
        self.stdout.write("The worker has ended, with nothing left half done.")
