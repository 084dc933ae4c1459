#!/bin/sh
# `make fix`: lets the linters repair what they can; look at the difference before you commit it.
set -eu
cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
"$VENV/bin/python" -m ruff check --fix --quiet || true # What is left, `make lint` tells.
"$VENV/bin/python" -m ruff format --quiet
# djade ends with 1 when it repaired something.
git ls-files -z --cached --others --exclude-standard '*.html' |
    xargs -0 "$VENV/bin/djade" --target-version 5.2 || true
