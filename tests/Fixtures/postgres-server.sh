#!/bin/sh
# A private PostgreSQL for a test run. Ends, and removes all it wrote, when its standard input does: also when the
# process that holds the other end was killed.
#
#   postgres-server.sh BIN DIRECTORY PORT [OWNER]     PASSWORD in the environment
#
# BIN: the directory of the server's binaries. DIRECTORY: made here. OWNER: whom to run as, when called by root.
# Reads lines: "stop" stops the server at once, as a crash would; "kill" kills it and its children; "start" starts it
# again; "freeze" and "thaw" make it stand still and go on. Answers each with "done".
set -eu
bin=$1
directory=$2
port=$3
owner=${4:-}

# Signals meant for the tests reach the whole group; the end of the input is what counts.
trap '' INT HUP TERM

as_owner() {
    if [ -n "$owner" ]; then
        setpriv --reuid="$owner" --regid="$owner" --init-groups -- "$@"
    else
        "$@"
    fi
}

start() {
    if [ -n "$owner" ]; then
        set -- setpriv --reuid="$owner" --regid="$owner" --init-groups --
    else
        set --
    fi
    "$@" "$bin/postgres" -D "$directory/data" -p "$port" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
        >>"$directory/log" 2>&1 </dev/null &
    server=$!
}

stop() {
    kill -CONT "$server" 2>/dev/null || true
    kill -QUIT "$server" 2>/dev/null || true
    wait "$server" || true
}

# The parent first, so that it starts no children while they are looked for.
freeze() {
    kill -STOP "$server"
    children=$(ps -A -o pid= -o ppid= | awk -v parent="$server" '$2 == parent { print $1 }')
    # shellcheck disable=SC2086
    kill -STOP $children 2>/dev/null || true
}

thaw() {
    # shellcheck disable=SC2086
    kill -CONT $children "$server" 2>/dev/null || true
}

kill_all() {
    freeze
    # shellcheck disable=SC2086
    kill -KILL "$server" $children 2>/dev/null || true
    wait "$server" || true
    for child in $children; do
        while [ -d "/proc/$child" ] && ! grep -q '^State:.*Z' "/proc/$child/status" 2>/dev/null; do :; done
    done
}

umask 077
mkdir "$directory"
server=
trap 'if [ -n "$server" ]; then stop; fi; rm -rf "$directory"' EXIT
printf '%s' "$PASSWORD" >"$directory/password"
if [ -n "$owner" ]; then
    chown -R "$owner" "$directory"
fi

cd "$directory"
as_owner "$bin/initdb" -D "$directory/data" --username=loapi --pwfile="$directory/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync >/dev/null
start
echo done
while read -r command; do
    case $command in
        stop) stop; server= ;;
        kill) kill_all; server= ;;
        freeze) freeze ;;
        thaw) thaw ;;
        start) start ;;
        *) echo "no such command: $command" >&2 ;;
    esac
    echo done
done
