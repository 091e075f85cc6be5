#!/usr/bin/env bash
# What durable, audited POST /payoffs cost, and how many there are a second: the figures of docs/writes.md.
#   bench/writes.sh [sqlite|postgresql]
# Builds nothing: first `dotnet build -c Release` of src/ApiFrontend, src/Admin, bench/LoadGen and bench/SlowDatabase.
# Needs wrk, jq and sqlite3, or PostgreSQL's server and psql, of which it starts a server of its own with default settings.
set -euo pipefail
cd "$(dirname "$0")/.."

provider=${1:-sqlite}
bin=$PWD/artifacts/Embedded/bin
seconds=${SECONDS_CLOSED:-10}   # of the closed loop
warm_up=${WARM_UP:-20}          # seconds before it: the service compiles what it runs
most=${MOST:-15000}             # writes a second for which there are requests ready
connections=64
open_seconds=${OPEN_SECONDS:-20}
open_warm_up=${OPEN_WARM_UP:-5} # seconds before those: the generator compiles what it runs as well
rounds=${ROUNDS:-3}             # of batched beside one by one
slow_writes=${SLOW_WRITES:-2000}
commit_ms=${COMMIT_MS:-2}
round_trip_ms=${ROUND_TRIP_MS:-1}
postgres_port=${POSTGRES_PORT:-5498}

work=$(mktemp -d)
chmod 755 "$work"
pids=()
end() {
  kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

export ASPNETCORE_ENVIRONMENT=Production Storage__DemonstrationData=true
export Clients__MasterKey Audit__Key Cursors__Key
Clients__MasterKey=$(head -c 32 /dev/urandom | base64)
Audit__Key=$(head -c 32 /dev/urandom | base64)
Cursors__Key=$(head -c 32 /dev/urandom | base64)

# postgres PORT [-c NAME=VALUE …]: a server with default fsync and synchronous_commit.
postgres() {
  local port=$1 binaries as=()
  shift
  binaries=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/postgres "$(command -v postgres || true)" 2>/dev/null | tail -1)")
  mkdir "$work/pg-$port"
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$work/pg-$port"
    as=(runuser -u postgres --)
  fi
  "${as[@]}" "$binaries/initdb" -D "$work/pg-$port" -A trust -U postgres >/dev/null
  "${as[@]}" "$binaries/postgres" -D "$work/pg-$port" -p "$port" -k "" -h 127.0.0.1 "$@" >"$work/pg-$port.log" 2>&1 &
  pids+=($!)
  until psql -h 127.0.0.1 -p "$port" -U postgres -qc "SELECT 1" >/dev/null 2>&1; do sleep 0.2; done
}

# database NAME [PORT]: names a fresh one in the environment of what is started next.
database() {
  if [ "$provider" = sqlite ]; then
    export Storage__Provider=Sqlite Storage__ConnectionString="Data Source=$work/$1.db"
  else
    psql -h 127.0.0.1 -p "$2" -U postgres -qc "CREATE DATABASE $1"
    export Storage__Provider=PostgreSql Storage__ConnectionString="Host=127.0.0.1;Port=$2;Username=postgres;Database=$1"
  fi
}

# query NAME PORT SQL
query() {
  if [ "$provider" = sqlite ]; then sqlite3 "$work/$1.db" "$3"; else psql -h 127.0.0.1 -p "$2" -U postgres -tAc "$3" "$1"; fi
}

# start PORT PROGRAM [NAME=VALUE …]: a service over the database that is named, ready when this returns; its process is $started.
start() {
  local port=$1 program=$2
  shift 2
  (cd "$work" && exec env "$@" dotnet "$bin/$program/release/LoApi.$program.dll" --urls "http://127.0.0.1:$port") >"$work/$port.log" 2>&1 &
  started=$!
  pids+=("$started")
  until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do
    kill -0 "$started" 2>/dev/null || { tail -3 "$work/$port.log" >&2; exit 1; }
    sleep 0.2
  done
}

# add NAME: a client that no limit holds back, as JSON.
add() {
  dotnet "$bin/Admin/release/loapi-admin.dll" migrate >/dev/null
  dotnet "$bin/Admin/release/loapi-admin.dll" clients add "$1" --scopes payoffs:write,locations:read --rate 1000000 --burst 1000000 --json
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

# load PORT CLIENT-JSON COUNT [options]: creates that many payoffs, each with a token of its own; the run, as JSON.
load() {
  local port=$1 client=$2 count=$3
  shift 3
  loans "$count"
  as "$client" payoffs --url "http://127.0.0.1:$port" --loans "$file" --expect created --retries 0 --json "$@" >"$work/run.json" || true
  rm "$file"
  all_acknowledged
}

# all_acknowledged: says so if the run's load generator was not told of every write that it was made.
all_acknowledged() {
  if ! jq -e .success "$work/run.json" >/dev/null; then
    echo "Not every write was acknowledged: $(cat "$work/run.json")" >&2
  fi
}

# as CLIENT-JSON VERB [options]: runs the load generator as that client.
as() {
  local client=$1
  shift
  LOAPI_CLIENT_KEY=$(jq -r .key <<<"$client") dotnet "$bin/LoadGen/release/LoApi.LoadGen.dll" "$@" \
    --client "$(jq -r .client_id <<<"$client")" --key-id "$(jq -r .key_id <<<"$client")"
}

# signed PORT CLIENT-JSON COUNT: makes and signs that many requests and writes them to $work/requests. Their tokens live 300
# seconds: whatever is sent later than that is refused.
signed() {
  loans "$3"
  as "$2" requests --url "http://127.0.0.1:$1" --loans "$file" --out "$work/requests"
  rm "$file"
}

# closed PORT CLIENT-JSON SECONDS: sends requests that were made and signed before, over connections that do nothing else;
# the run, as JSON.
closed() {
  signed "$1" "$2" $(($3 * most))
  read -r busy idle < <(machine)
  used=$(cpu "$service")
  wrk -t1 -c"$connections" -d"$3s" -s bench/writes.lua "http://127.0.0.1:$1" -- "$work/requests" | tail -1 >"$work/run.json"
  used=$(($(cpu "$service") - used))
  read -r busy_now idle_now < <(machine)
  rm "$work/requests"
  jq -e '.others == {} and .transport_errors == 0 and (.exhausted | not)' "$work/run.json" >/dev/null \
    || echo "Not every write was acknowledged, or there were too few requests: $(cat "$work/run.json")" >&2
}

# open PORT CLIENT-JSON RATE: sends requests that were made and signed before, by schedule; the run, as JSON.
open() {
  signed "$1" "$2" $(($3 * (open_seconds + open_warm_up)))
  dotnet "$bin/LoadGen/release/LoApi.LoadGen.dll" replay --requests "$work/requests" --url "http://127.0.0.1:$1" \
    --rate "$3" --warm-up $(($3 * open_warm_up)) --connections "$connections" --expect-status 201 --json >"$work/run.json" || true
  rm "$work/requests"
  all_acknowledged
}

# kept NAME PORT ACKNOWLEDGED [OTHERS]: every acknowledged write is a row and a change in the audit log. What was on its way
# when the time was over may be there as well, and so many others, of which nobody counted who was answered.
kept() {
  local rows=$(($(query "$1" "$2" "SELECT COUNT(*) FROM PAYOFF") - payoffs)) changes
  payoffs=$((payoffs + rows))
  changes=$(query "$1" "$2" "SELECT COUNT(*) FROM AUDIT_RECORD r INNER JOIN PAYOFF p ON p.id = r.resource_id WHERE r.record_kind = 'change'")
  if [ "$rows" -lt "$3" ] || [ "$rows" -gt $(($3 + connections + ${4:-0})) ] || [ "$changes" -ne "$payoffs" ]; then
    echo "$3 writes were acknowledged, $rows are in the database; of $payoffs in all, $changes are in the audit log." >&2
    exit 1
  fi
}
payoffs=0

# cpu: milliseconds of processor time that the service has used, and all of the machine.
cpu() { awk '{ print ($14 + $15) * 10 }' "/proc/$1/stat"; }
machine() { awk '/^cpu / { print ($2 + $3 + $4 + $7 + $8) * 10, ($5 + $6) * 10 }' /proc/stat; }

# drained NAME PORT: milliseconds until the outbox is empty.
drained() {
  local since
  since=$(date +%s%N)
  until [ "$(query "$1" "$2" "SELECT COUNT(*) FROM AUDIT_OUTBOX")" = 0 ]; do sleep 0.02; done
  echo $((($(date +%s%N) - since) / 1000000))
}

# lag NAME PORT: commit to chained, milliseconds, of what is in the log since the last call.
echo 0 >"$work/chained"
lag() {
  local seconds="CAST(EXTRACT(EPOCH FROM chained_at - occurred_at) * 1000 AS INTEGER)"
  if [ "$provider" = sqlite ]; then seconds="CAST((JULIANDAY(chained_at) - JULIANDAY(occurred_at)) * 86400000 AS INTEGER)"; fi
  query "$1" "$2" "SELECT $seconds FROM AUDIT_RECORD WHERE record_kind = 'change' ORDER BY occurred_at" | tail -n +$(($(cat "$work/chained") + 1)) >"$work/lag"
  echo $(($(cat "$work/chained") + $(wc -l <"$work/lag"))) >"$work/chained"
  sort -n "$work/lag" | awk '{ lag[NR] = $1 } END { printf "p50 %d, p99 %d, most %d ms", lag[int((NR + 1) / 2)], lag[int(NR * 0.99 + 0.5)], lag[NR] }'
}

if [ "$provider" = postgresql ]; then postgres "$postgres_port"; fi
database peak "$postgres_port"
client=$(add bench)
start 5081 ApiFrontend
service=$started

echo "$provider, $(nproc) processors, load average $(cut -d' ' -f1 /proc/loadavg) before"
closed 5081 "$client" "$warm_up"
drained peak "$postgres_port" >/dev/null
lag peak "$postgres_port" >/dev/null
kept peak "$postgres_port" "$(jq .requests "$work/run.json")"

closed 5081 "$client" "$seconds"
jq -r --argjson connections "$connections" --argjson used "$used" --argjson busy $((busy_now - busy)) --argjson idle $((idle_now - idle)) '"Closed loop, \($connections) connections: \(.requests) writes, \(.requests_per_second | round) a second, p50 \(.latency_ms.p50) ms, p99 \(.latency_ms.p99) ms
  processor time per write: service \($used * 1000 / .requests | round) µs; the machine, with all that runs on it, \($busy * 1000 / .requests | round) µs, and idle \($idle * 100 / ($busy + $idle) | round) %"' "$work/run.json"
acknowledged=$(jq .requests "$work/run.json")
rate=$(jq '.requests_per_second / 2 | floor' "$work/run.json")
echo "  outbox empty after $(drained peak "$postgres_port") ms; audit lag $(lag peak "$postgres_port")"

kept peak "$postgres_port" "$acknowledged"

open 5081 "$client" "$rate"
jq -r '"Open loop at half of that, \(.rate) a second: p50 \(.latency_ms.p50) ms, p90 \(.latency_ms.p90) ms, p99 \(.latency_ms.p99) ms, most \(.latency_ms.max) ms; unsent \(.unsent)"' "$work/run.json"
echo "  outbox empty after $(drained peak "$postgres_port") ms; audit lag $(lag peak "$postgres_port")"
kept peak "$postgres_port" "$(jq .requests "$work/run.json")" $((rate * open_warm_up))
kill "$service"
wait "$service" || true

# The same code twice, side by side, in turn: commits that take longer, and batches of one.
slow=(SlowDatabase__CommitMilliseconds="$commit_ms" Serilog__MinimumLevel__Default=Warning)
slow_port=$postgres_port
if [ "$provider" = postgresql ]; then
  slow=(SlowDatabase__RoundTripMilliseconds="$round_trip_ms" Serilog__MinimumLevel__Default=Warning)
  slow_port=$((postgres_port + 1))
  postgres "$slow_port" -c commit_delay=$((commit_ms * 1000)) -c commit_siblings=0
  echo "Commits that take $commit_ms ms longer, round trips that take $round_trip_ms ms longer, 64 connections: batches, and one change set per transaction"
else
  echo "Commits that take $commit_ms ms longer, 64 connections: batches, and one change set per transaction"
fi
database batched "$slow_port"
batched=$(add bench)
start 5082 SlowDatabase "${slow[@]}"
database single "$slow_port"
single=$(add bench)
start 5083 SlowDatabase "${slow[@]}" Storage__MaxWriteBatch=1
load 5082 "$batched" 10000 --connections 64
load 5083 "$single" "$slow_writes" --connections 64
for _ in $(seq "$rounds"); do
  load 5082 "$batched" $((slow_writes * 4)) --connections 64
  of_batched=$(jq .requests_per_second "$work/run.json")
  load 5083 "$single" "$slow_writes" --connections 64
  jq -r --argjson a "$of_batched" '"  \($a | round) and \(.requests_per_second | round) a second: \($a / .requests_per_second * 10 | round / 10) times"' "$work/run.json"
done
