#!/usr/bin/env bash
# What Orleans costs: the same reads and writes embedded, co-hosted by a front end, and over TCP by silos behind one
# front end; the figures of docs/cluster.md.
#   bench/cluster.sh [cohosted|tcp] ...        both without an argument
#   SILOS=1 bench/cluster.sh tcp               one silo rather than two
# Builds nothing: first `dotnet build -c Release` of src/ApiFrontend, src/Admin and bench/LoadGen, and
# `dotnet build -c Release -p:Distribution=Cluster` of src/ApiFrontend and src/Silo. Needs wrk, jq, PostgreSQL's server
# and psql; it starts a server of its own with default settings. PROFILE=1 also says, by perf, in which functions of the
# front end and of a silo the time goes; that costs throughput.
set -euo pipefail
cd "$(dirname "$0")/.."

embedded=$PWD/artifacts/Embedded/bin
cluster=${CLUSTER_BIN:-$PWD/artifacts/Cluster/bin}
rounds=${ROUNDS:-3}
seconds=${SECONDS_PER_RUN:-10}
warm_up=${WARM_UP:-10}
connections=${CONNECTIONS:-64}
silos=${SILOS:-2}               # of tcp
rows=${ROWS:-1000}              # payoffs that are read in turn
most=${MOST:-8000}              # writes a second for which there are requests ready
postgres_port=${POSTGRES_PORT:-5497}
case $silos in
  1) told="One silo" ;;
  2) told="Two silos" ;;
  *) echo "SILOS must be 1 or 2." >&2; exit 1 ;;
esac
runs=("$@")
if [ ${#runs[@]} = 0 ]; then runs=(cohosted tcp); fi

work=$(mktemp -d)
chmod 755 "$work"
pids=()
end() {
  kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

export ASPNETCORE_ENVIRONMENT=Production DOTNET_ENVIRONMENT=Production Storage__DemonstrationData=true Storage__Provider=PostgreSql
export Serilog__MinimumLevel__Default=Warning
export Clients__MasterKey Audit__Key Cursors__Key
Clients__MasterKey=$(head -c 32 /dev/urandom | base64)
Audit__Key=$(head -c 32 /dev/urandom | base64)
Cursors__Key=$(head -c 32 /dev/urandom | base64)

if [ -n "${PROFILE:-}" ]; then
  export DOTNET_PerfMapEnabled=1 DOTNET_EnableWriteXorExecute=0
fi

# profile WHAT PID: the functions in which a process spends most of its time.
profile() {
  echo "  $1, share of its processor time:"
  perf record -q -F 999 -p "$2" -o "$work/$1.perf" -- sleep "$((seconds / 3))" >/dev/null 2>&1
  perf report -i "$work/$1.perf" --sort dso,symbol 2>/dev/null | grep -v '^#' | grep -v '^$' | head -40
}

postgres() {
  local binaries as=()
  binaries=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/postgres "$(command -v postgres || true)" 2>/dev/null | tail -1)")
  mkdir "$work/pg"
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$work/pg"
    as=(runuser -u postgres --)
  fi
  "${as[@]}" "$binaries/initdb" -D "$work/pg" -A trust -U postgres >/dev/null
  "${as[@]}" "$binaries/postgres" -D "$work/pg" -p "$postgres_port" -k "" -h 127.0.0.1 >"$work/pg.log" 2>&1 &
  pids+=($!)
  until psql -h 127.0.0.1 -p "$postgres_port" -U postgres -qc "SELECT 1" >/dev/null 2>&1; do sleep 0.2; done
}

query() { psql -h 127.0.0.1 -p "$postgres_port" -U postgres -tAc "$2" "$1"; }

# database NAME: names a fresh one in the environment of what is started next, and makes its client.
database() {
  psql -h 127.0.0.1 -p "$postgres_port" -U postgres -qc "CREATE DATABASE $1"
  export Storage__ConnectionString="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=$1"
  dotnet "$embedded/Admin/release/loapi-admin.dll" migrate >/dev/null
  dotnet "$embedded/Admin/release/loapi-admin.dll" clients add bench --scopes payoffs:write,payoffs:read,locations:read \
    --rate 1000000 --burst 1000000 --json >"$work/$1.client"
}

# start NAME PROBE PROGRAM [NAME=VALUE …]: a process, ready when this returns; its id is $started.
start() {
  local name=$1 probe=$2 program=$3
  shift 3
  (cd "$work" && exec env "$@" dotnet "$program") >"$work/$name.log" 2>&1 &
  started=$!
  pids+=("$started")
  until curl -sf "http://127.0.0.1:$probe/health/ready" >/dev/null; do
    kill -0 "$started" 2>/dev/null || { tail -3 "$work/$name.log" >&2; exit 1; }
    sleep 0.2
  done
}

# as DATABASE VERB [options]: runs the load generator as the database's client.
as() {
  local client=$work/$1.client
  shift
  LOAPI_CLIENT_KEY=$(jq -r .key "$client") dotnet "$embedded/LoadGen/release/LoApi.LoadGen.dll" "$@" \
    --client "$(jq -r .client_id "$client")" --key-id "$(jq -r .key_id "$client")"
}

# loans COUNT: a file of that many loans that were in none before; their check digits are those of SbaLoanNumber.
next_loan=10000000
loans() {
  file=$work/loans-$next_loan.csv
  awk -v first="$next_loan" -v count="$1" 'BEGIN {
    print "LoanNr_ChkDgt,Bank"
    split("5 8 4 2 6 3 7 9", weight, " ")
    for (i = 0; i < count; i++) {
      digits = sprintf("%08d", first + i); sum = 0
      for (j = 1; j <= 8; j++) sum += weight[j] * substr(digits, j, 1)
      printf "%s%02d,Bank %d\n", digits, sum % 11, i % 50
    }
  }' >"$file"
  next_loan=$((next_loan + $1))
}

# writes PORT DATABASE SECONDS: durable, audited creations, each with a token of its own; the run, as JSON.
writes() {
  loans $(($3 * most))
  as "$2" requests --url "http://127.0.0.1:$1" --loans "$file" --out "$work/requests"
  rm "$file"
  wrk -t1 -c"$connections" -d"$3s" -s bench/writes.lua "http://127.0.0.1:$1" -- "$work/requests" | tail -1 >"$work/run.json"
  rm "$work/requests"
  jq -e '.others == {} and .transport_errors == 0 and (.exhausted | not)' "$work/run.json" >/dev/null \
    || echo "Not every write was acknowledged, or there were too few requests: $(cat "$work/run.json")" >&2
}

# reads PORT DATABASE SECONDS: payoffs that their grains hold, read in turn; the run, as JSON.
reads() {
  local client=$work/$2.client token user location
  IFS='|' read -r user location < <(query "$2" "SELECT requested_by, location_id FROM PAYOFF GROUP BY 1, 2 ORDER BY COUNT(*) DESC, 2 LIMIT 1")
  query "$2" "SELECT '/api/v1/payoffs/' || id FROM PAYOFF WHERE location_id = '$location' ORDER BY id LIMIT $rows" >"$work/paths"
  token=$(LOAPI_CLIENT_KEY=$(jq -r .key "$client") dotnet "$embedded/Admin/release/loapi-admin.dll" token \
    --client "$(jq -r .client_id "$client")" --key-id "$(jq -r .key_id "$client")" --user "$user" --location "$location")
  wrk -t1 -c"$connections" -d"$3s" -s bench/reads.lua "http://127.0.0.1:$1" -- "$work/paths" "$token" | tail -1 >"$work/run.json"
  jq -e '.others == {} and .transport_errors == 0' "$work/run.json" >/dev/null || echo "Not every read was answered: $(cat "$work/run.json")" >&2
}

# processor PID …: milliseconds of processor time that the processes have used together.
processor() {
  local pid sum=0
  for pid in "$@"; do sum=$((sum + $(awk '{ print ($14 + $15) * 10 }' "/proc/$pid/stat"))); done
  echo "$sum"
}

load_average() { cut -d' ' -f1 /proc/loadavg; }

# compare WHAT: the same load on both, in turn.
compare() {
  local round embedded_rate used
  "$1" 5091 embedded "$warm_up"
  "$1" 5092 cohosted "$warm_up"
  for round in $(seq "$rounds"); do
    "$1" 5091 embedded "$seconds"
    embedded_rate=$(jq .requests_per_second "$work/run.json")
    used=$(processor "$cohosted")
    "$1" 5092 cohosted "$seconds"
    used=$(($(processor "$cohosted") - used))
    jq -r --argjson a "$embedded_rate" --argjson used "$used" --arg load "$(load_average)" \
      '"  \($a | round) embedded, \(.requests_per_second | round) co-hosted a second: \(.requests_per_second / $a * 100 | round) %; co-hosted p50 \(.latency_ms.p50) ms, p99 \(.latency_ms.p99) ms, \($used * 1000 / .requests | round) µs of processor time each; load average \($load)"' "$work/run.json"
  done
}

cohosted() {
  database embedded
  start embedded 5091 "$embedded/ApiFrontend/release/LoApi.ApiFrontend.dll" ASPNETCORE_URLS=http://127.0.0.1:5091
  database cohosted
  start cohosted 5092 "$cluster/ApiFrontend/release/LoApi.ApiFrontend.dll" ASPNETCORE_URLS=http://127.0.0.1:5092 Silo__SiloPort=5191 Silo__GatewayPort=0
  local embedded_service cohosted=$started
  embedded_service=${pids[-2]}
  echo "Durable, audited creations of payoffs, $connections connections, $seconds s each, embedded and co-hosted in turn"
  compare writes
  echo "Reads of payoffs that their grains hold, $rows in turn"
  compare reads
  kill "$embedded_service" "$cohosted"
  wait "$embedded_service" "$cohosted" 2>/dev/null || true
}

tcp() {
  database silos
  local members=() number round front_end of_front_end of_silos
  for number in $(seq "$silos"); do
    start "silo-$number" "528$number" "$cluster/Silo/release/LoApi.Silo.dll" \
      "Silo__SiloPort=519$number" "Silo__GatewayPort=529$number" "Silo__HealthPort=528$number" "Audit__HeadsFile=data/heads-$number.jsonl"
    members+=("$started")
  done
  start front-end 5093 "$cluster/ApiFrontend/release/LoApi.ApiFrontend.dll" ASPNETCORE_URLS=http://127.0.0.1:5093 Cluster__Mode=Client
  front_end=$started
  echo "$told and one front end over TCP, $connections connections, $seconds s each"
  for what in writes reads; do
    "$what" 5093 silos "$warm_up"
    for round in $(seq "$rounds"); do
      of_front_end=$(processor "$front_end")
      of_silos=$(processor "${members[@]}")
      "$what" 5093 silos "$seconds"
      jq -r --arg what "$what" --argjson f $(($(processor "$front_end") - of_front_end)) --argjson s $(($(processor "${members[@]}") - of_silos)) --arg load "$(load_average)" \
        '"  \(.requests_per_second | round) \($what) a second, p50 \(.latency_ms.p50) ms, p99 \(.latency_ms.p99) ms; processor time each: front end \($f * 1000 / .requests | round) µs, silos \($s * 1000 / .requests | round) µs; load average \($load)"' "$work/run.json"
    done
  done
  if [ -n "${PROFILE:-}" ]; then
    reads 5093 silos "$seconds" &
    local reading=$!
    sleep "$((seconds / 4))"
    profile front-end "$front_end"
    profile silo "${members[0]}"
    wait "$reading"
  fi
  kill "$front_end" "${members[@]}"
  wait "$front_end" "${members[@]}" 2>/dev/null || true
}

echo "$(nproc) processors, load average $(load_average) before"
postgres
for run in "${runs[@]}"; do "$run"; done
