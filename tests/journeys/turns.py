"""A server that answers one request at a time, so that journeys run on any database."""

import time
from threading import Lock

PATIENCE = 20  # seconds
CALM = 0.1  # seconds without a request after which nobody is expected any more


class OneAtATime:
    """Wraps a WSGI application. A request has its turn from its first byte until its answer is closed.

    On SQLite in memory all threads of the server share one connection, and Wagtail's editor saves by
    itself while a preview loads; two transactions at once on one connection would fail.
    """

    def __init__(self, application):
        self.application = application
        self.turn = Lock()
        self.ended_at = 0.0

    def __call__(self, environ, start_response):
        self.turn.acquire()
        try:
            response = self.application(environ, start_response)
        except BaseException:
            self._end()
            raise
        finish = response.close

        def close():
            response.close = finish  # an interrupted answer is closed a second time
            try:
                finish()
            finally:
                self._end()

        response.close = close
        return response

    def wait_until_idle(self) -> None:
        """Return once no request has been under way for a moment."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not self.turn.locked() and time.monotonic() - self.ended_at > CALM:
                return
            time.sleep(CALM / 4)
        raise AssertionError("The server is still busy with a request of this journey.")

    def _end(self):
        self.ended_at = time.monotonic()
        self.turn.release()
