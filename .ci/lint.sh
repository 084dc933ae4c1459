#!/bin/sh
# `make lint`: every check is run and named, and the first that fails does not hide the rest.
set -u
cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
failed=''

check() {
    name=$1
    shift
    printf '%s … ' "$name"
    if output=$("$@" 2>&1); then echo "good"; else
        printf 'NOT GOOD\n%s\n' "$output"
        failed="$failed  $name\n"
    fi
}

python() { "$VENV/bin/python" "$@"; }
templates() { git ls-files -z --cached --others --exclude-standard '*.html'; }
djade() { templates | xargs -0 "$VENV/bin/djade" --check --target-version 5.2; }
djlint() { templates | xargs -0 "$VENV/bin/djlint" --lint --quiet; }
django_test() { DJANGO_SETTINGS_MODULE=config.settings.test python manage.py "$@"; }
# The settings of a public site, with values that only have to look right; nothing is connected to.
django_production() {
    DJANGO_SETTINGS_MODULE=config.settings.production DATABASE_URL=sqlite://:memory: ALLOWED_HOSTS=example.org \
        SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))') BASE_URL=https://example.org \
        python manage.py "$@"
}

check "ruff: rules" python -m ruff check
check "ruff: format" python -m ruff format --check
check "djade: template format" djade
check "djlint: template rules" djlint
check "mypy: services, permissions, querysets" python -m mypy
check "house rules" python .ci/check_house.py
check "migrations are complete" django_test makemigrations --check --dry-run
check "deployment settings have no warning" django_production check --deploy --fail-level WARNING
check "packages agree with one another" python -m pip check

if [ -n "$failed" ]; then
    printf '\nNot good:\n%b' "$failed"
    exit 1
fi
echo "All good."
