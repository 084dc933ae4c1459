"""Brings the database up to date, fills it once, makes the first administrator: one start of Django for all."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

try:
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_sample")
    call_command("make_administrator", quiet_if_present=True)
except (CommandError, ImproperlyConfigured) as error:
    sys.exit(str(error))
