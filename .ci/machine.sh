#!/bin/sh
# Installs what a bare Debian 12 or 13 lacks for the whole of CI; installs nothing where nothing is missing.
set -eu
missing=''
need() { missing="$missing $*"; }

command -v git >/dev/null || need git
command -v make >/dev/null || need make
python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || need python3 python3-venv
[ -e /etc/ssl/certs/ca-certificates.crt ] || need ca-certificates
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql
# Pages are measured with letters in them: a browser without fonts draws none.
command -v "${CHROMIUM:-chromium}" >/dev/null || need chromium fonts-dejavu-core fonts-liberation

if [ -z "$missing" ]; then
    echo "Nothing is missing."
    exit
fi
if ! command -v apt-get >/dev/null; then
    echo "These are missing, and only Debian's apt-get is known here:$missing" >&2
    exit 1
fi
echo "Installing:$missing"
log=$(mktemp)
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 "$@"; }
# shellcheck disable=SC2086 - a list of names
{ apt update && apt install --yes --no-install-recommends $missing; } </dev/null >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    exit 1
}
rm -f "$log"
