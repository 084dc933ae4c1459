"""What must hold on every page of every journey, whoever travels.

Nothing is asked of another host, no script fails, the browser refuses nothing by policy, and the
server answers without an error that the journey did not expect.
"""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

WHAT_STICKS_OUT = """() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > clientWidth);
    return [`${scrollWidth} pixels in ${clientWidth}`, ...wide.slice(0, 8).map(e => e.outerHTML.slice(0, 120))];
}"""


class Watch:
    """Looks over the shoulder of each visitor and writes down what should not have happened."""

    def __init__(self, address: str):
        self.host = urlsplit(address).netloc
        self.complaints: list[str] = []
        self.expected_statuses: set[int] = set()

    def follow(self, context) -> None:
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"A script failed: {error.error}"))

    def expect_status(self, *statuses: int) -> None:
        """Let an answer with one of these statuses pass: this journey means to meet it."""
        self.expected_statuses.update(statuses)

    def _request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.complaints.append(f"Another host was asked: {request.url}")

    def _response(self, response):
        if response.status >= 400 and response.status not in self.expected_statuses:
            self.complaints.append(f"{response.status} for {response.request.method} {response.url}")

    def _console(self, message):
        # A failed load has a status, and that is judged above.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            words = " ".join(str(each.json_value()) for each in message.args) or message.text
            self.complaints.append(f"The console says: {words} ({message.page and message.page.url})")


def assert_accessible(page) -> None:
    """axe-core finds nothing on the page as it is now, its best practices included."""
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_nothing_sticks_out(page) -> None:
    """The page is not wider than the window, so nobody has to scroll sideways."""
    overflow = page.evaluate(WHAT_STICKS_OUT)
    assert not overflow, f"{page.url} is too wide:\n" + "\n".join(overflow)
