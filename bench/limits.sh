#!/usr/bin/env bash
# What limits and authentication cost, and whether a storm is felt beside it: the figures of docs/limits.md.
# Builds nothing: first `dotnet build -c Release` of src/ApiFrontend, src/Admin and bench/LoadGen. Needs jq.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$PWD/artifacts/Embedded/bin
rounds=${ROUNDS:-3}
seconds=${SECONDS_PER_RUN:-10}
work=$(mktemp -d)
services=()
trap 'kill "${services[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

export ASPNETCORE_ENVIRONMENT=Development Serilog__MinimumLevel__Default=Warning
export Clients__MasterKey Storage__ConnectionString="Data Source=$work/loapi.db"
Clients__MasterKey=$(head -c 32 /dev/urandom | base64)

# start PORT [NAME=VALUE …]: a service, ready when this returns.
start() {
  local port=$1
  shift
  (cd "$work" && exec env "$@" dotnet "$bin/ApiFrontend/release/LoApi.ApiFrontend.dll" --urls "http://127.0.0.1:$port") >"$work/$port.log" 2>&1 &
  services+=($!)
  until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do sleep 0.2; done
}

# add NAME RATE BURST: a client, as JSON.
add() {
  dotnet "$bin/Admin/release/loapi-admin.dll" clients add "$1" --scopes reference:read --rate "$2" --burst "$3" --json
}

# load PORT CLIENT-JSON [options]: the run, as JSON.
load() {
  local port=$1 client=$2
  shift 2
  local who=()
  if [ -n "$client" ]; then
    who=(--client "$(jq -r .client_id <<<"$client")" --key-id "$(jq -r .key_id <<<"$client")" --key "$(jq -r .key <<<"$client")")
  fi
  dotnet "$bin/LoadGen/release/LoApi.LoadGen.dll" get --url "http://127.0.0.1:$port" --path /api/v1/countries/NA --json "${who[@]}" "$@" || true
}

dotnet "$bin/Admin/release/loapi-admin.dll" migrate >/dev/null
start 5071
start 5072 Authentication__Mode=DevelopmentHeaders Limits__Enabled=false
fast=$(add bench-fast 1000000 1000000)
steady=$(add bench-steady 1000000 1000000)

echo "Reads a second of a cached country, $seconds s, 16 connections: with authentication and limits, and without both"
for round in $(seq "$rounds"); do
  with=$(load 5071 "$fast" --duration "$seconds" --warm-up 3 | jq .requests_per_second)
  without=$(load 5072 "" --duration "$seconds" --warm-up 3 | jq .requests_per_second)
  jq -rn --argjson a "$with" --argjson b "$without" '"  \($a) and \($b): \($a / $b * 100 | round) %"'
done

echo "A client at ten times its limit (100/s, 200 at once) for 10 s, and p99 of another at 50/s: alone, and beside it"
for round in $(seq "$rounds"); do
  storm=$(add "bench-storm-$round" 100 200)
  alone=$(load 5071 "$steady" --rate 50 --duration 7 --warm-up 2 | jq .latency_ms.p99)
  load 5071 "$storm" --rate 1000 --duration 10 --warm-up 1 --rest 3 >"$work/storm.json" &
  storming=$!
  beside=$(load 5071 "$steady" --rate 50 --duration 7 --warm-up 5.5 | jq .latency_ms.p99)
  wait "$storming"
  jq -r --argjson a "$alone" --argjson b "$beside" \
    '(200 + 100 * .elapsed_seconds) as $due
     | "  admitted \(.ok) of \(.requests), due \($due | round): \((.ok / $due - 1) * 10000 | round / 100) %; p99 \($a) and \($b) ms: \($b / $a * 100 | round / 100) times"' \
    "$work/storm.json"
done
