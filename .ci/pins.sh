#!/bin/sh
# `make pins`: works the two lists of pyproject.toml out into requirements*.txt, with the hash of every
# file on PyPI, for every Python from 3.11 on and every platform. `make pins ARGS=--upgrade` takes newer ones.
set -eu
cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
UV=0.13.9
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV"

compile() { # compile FILE HEADING OPTIONS…
    file=$1 heading=$2
    shift 2
    "$VENV/bin/python" -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-strip-extras \
        --quiet --no-header --output-file "$file" "$@" >/dev/null
    {
        printf '# %s\n' "$heading" "Made by \`make pins\` from the lists in pyproject.toml; don't edit it here." \
            "To install: python -m pip install -r $file (Python 3.11 or newer)."
        cat "$file"
    } >"$file.new"
    mv "$file.new" "$file"
    echo "$file: $(grep -c '^[a-z]' "$file") packages"
}

compile requirements.txt "What the site runs on, exact and with hashes." "$@"
compile requirements-dev.txt "What the site runs on and what tests and checks need besides, exact and with hashes." \
    --group dev --constraints requirements.txt "$@"
