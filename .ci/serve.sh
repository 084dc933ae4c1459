#!/bin/sh
# `make run`: from a fresh clone to a site with sample content. A second run changes nothing.
set -eu
cd "$(dirname "$0")/.."
. .ci/environment.sh

PORT=${PORT:-8000}
make_environment
"$VENV/bin/python" .ci/check_port.py "$PORT" || exit 1
install runtime

export DJANGO_SETTINGS_MODULE=config.settings.dev
export BASE_URL="http://localhost:$PORT"
export DJANGO_RUNSERVER_HIDE_WARNING=true # It says that this is no server for the public; the README does, too.

say "Bringing the database up to date."
"$VENV/bin/python" .ci/prepare.py
say ""
say "  The site:      http://localhost:$PORT"
say "  Its editors:   http://localhost:$PORT/admin/"
say "  Ctrl-C stops it."
say ""
# Letters and announcements go on as in public, except that no letter leaves this machine. The worker ends with
# the server, however that ends: this shell becomes it, and so its process is the one that started the worker.
"$VENV/bin/python" manage.py run_worker --beside $$ &
exec "$VENV/bin/python" manage.py runserver "$PORT"
