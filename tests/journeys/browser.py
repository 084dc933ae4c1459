"""Which browser the journeys are made with: the system's own Chromium; none is ever downloaded."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
NOT_FOUND = (
    "No Chromium was found, so this journey was not made. Install the package “chromium”, "
    "or name a browser's program in the variable CHROMIUM."
)
ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses its sandbox to root, and CI machines often run as root.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # Containers give shared memory 64 MB, too little for a screenshot of a long page.
]


def find_browser() -> str | None:
    """The path of the browser's program, or nothing."""
    named = os.environ.get("CHROMIUM")
    return next((path for name in ([named] if named else NAMES) if (path := shutil.which(name))), None)


def is_required() -> bool:
    """Whether a missing browser is a failure, as in CI, and not a reason to skip."""
    return os.environ.get("REQUIRE_BROWSER") == "1"
