"""Photographs every public page and state at three widths in both themes, for people to look at.

``python -m tests.shots`` serves sample content and planted states from a temporary database and
writes pictures, ``index.html`` and ``sheet.png`` to var/shots/. It exits with 1 when a page can be
scrolled sideways. ``python -m tests.shots http://localhost:8000`` photographs a site that already
runs, for the addresses it has.
"""

import os
import re
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "var" / "shots"
WIDTHS = (360, 768, 1280)
THEMES = ("light", "dark")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# A picture taken of the whole page is never scrolled, so nothing on it may wait to be scrolled to.
SHOW_ALL_PICTURES = """Promise.all(Array.from(document.images, (image) => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""
BROWSER_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        say("shots: no Chromium found. Install the package chromium and run this again.")
        return 2
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    if len(sys.argv) > 1:
        from tests.shots.states import FULL  # only needed on this road

        taken = photograph(FULL, sys.argv[1].rstrip("/"), browser)
    else:
        with tempfile.TemporaryDirectory(prefix="pay-it-forward-shots-") as folder:
            taken = photograph_temporary_site(Path(folder), browser)
    return report(taken)


def photograph_temporary_site(folder: Path, browser: str) -> list[dict]:
    """Serve the site from ``folder`` and photograph it, first without content, then with plenty."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    import django

    django.setup()
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.management import call_command
    from django.test.testcases import LiveServerThread

    from tests.shots import applications, being_told, planting, states

    say("shots: making a temporary database")
    call_command("migrate", verbosity=0)
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    address = f"http://localhost:{server.port}"
    try:
        planting.plant_empty_house()
        taken = photograph(states.EMPTY, address, browser)
        say("shots: loading sample content and planting long words")
        planting.clear_house()
        call_command("load_sample", verbosity=0)
        planting.plant_extremes()
        shots = states.FULL + planting.found_pages() + applications.plant_applications() + being_told.plant_being_told()
        return taken + photograph(shots, address, browser)
    finally:
        server.terminate()


def photograph(shots: list, address: str, browser: str) -> list[dict]:
    """Take each shot at each width in each theme; what was taken, with how far it scrolls sideways."""
    from playwright.sync_api import sync_playwright

    taken = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=BROWSER_OPTIONS)
        for shot in shots:
            say(f"shots: {shot.name}")
            for width, theme in product(WIDTHS, THEMES):
                context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
                page = context.new_page()
                page.goto(address + shot.path)
                shot.act(page)
                page.evaluate(SHOW_ALL_PICTURES)
                file = OUT / f"{re.sub(r'[^a-z0-9]+', '-', shot.name.lower())}-{width}-{theme}.png"
                page.screenshot(path=file, full_page=True)
                sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                taken.append({"shot": shot, "width": width, "theme": theme, "file": file, "sideways": sideways})
                context.close()
        chromium.close()
    return taken


def report(taken: list[dict]) -> int:
    from tests.shots.sheet import write_index, write_sheet

    write_index(OUT, taken)
    write_sheet(OUT, taken)
    say(f"shots: {len(taken)} pictures; look at {OUT / 'index.html'} or {OUT / 'sheet.png'}")
    wide = [f"{each['shot'].name} at {each['width']}" for each in taken if each["sideways"] > 0]
    if wide:
        say(f"shots: these scroll sideways: {', '.join(dict.fromkeys(wide))}")
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
