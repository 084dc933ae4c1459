"""Settings of the site as it is measured: those of production, and one view more to compare with."""

import os

from config.settings.production import *  # noqa: F403 - settings modules are layered by star import

ROOT_URLCONF = "tests.bench.ours_urls"
STATIC_ROOT = os.environ["BENCH_STATIC_ROOT"]
