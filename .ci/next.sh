#!/bin/sh
# `make test-next`: the suite on the next Wagtail, in .venv-next, so that the next step is known to work.
set -eu
cd "$(dirname "$0")/.."
VENV=.venv-next
NEXT_WAGTAIL=${NEXT_WAGTAIL:-8.0.1}
. .ci/environment.sh
make_environment
install dev
# Without hashes and only here: what this installs never serves a visitor.
say "Putting Wagtail $NEXT_WAGTAIL in the place of the pinned one, in $VENV."
"$VENV/bin/python" -m pip install --quiet --no-input --disable-pip-version-check "wagtail==$NEXT_WAGTAIL"
exec "$VENV/bin/python" -m pytest --numprocesses auto "$@"
