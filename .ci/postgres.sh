#!/bin/sh
# postgres.sh start DIR: makes a PostgreSQL of its own in DIR, on a free port, and prints its address.
# postgres.sh stop DIR: ends it. Nothing outside DIR is touched; what it holds is for one run only.
set -eu
here=$2
# PostgreSQL refuses to run as root.
unprivileged() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
# Debian keeps these programs off the PATH, one folder for each version; the newest is taken.
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
PATH=${programs:+$programs:}$PATH

case $1 in
start)
    mkdir -p "$here"
    if [ "$(id -u)" = 0 ]; then chown postgres "$here"; fi
    cd "$here"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    unprivileged initdb --pgdata="$here/data" --username=site --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
        --no-sync >"$here/initdb.log" 2>&1 || { cat "$here/initdb.log" >&2; exit 1; }
    # Durability is for data that somebody wants back.
    unprivileged pg_ctl --pgdata="$here/data" --log="$here/log" --wait start --options="-p $port -k '$here' \
        -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
        >"$here/start.log" 2>&1 || { cat "$here/start.log" "$here/log" >&2; exit 1; }
    unprivileged createdb --host=127.0.0.1 --port="$port" --username=site site
    echo "postgres://site@127.0.0.1:$port/site"
    ;;
stop)
    cd "$here"
    unprivileged pg_ctl --pgdata="$here/data" --mode=immediate stop >/dev/null
    ;;
esac
