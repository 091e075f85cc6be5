#!/usr/bin/env bash
# What logs, traces and metrics cost: reads a second with all of it on (one line in 100 successful reads, 1 % of the requests
# traced, metrics every 5 s, a receiver on loopback, /ops) and with all of it off, in turns, so that the ratio is of one run.
# Builds nothing: first `dotnet build -c Release` of src/ApiFrontend, src/Admin and bench/LoadGen. Needs jq and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$PWD/artifacts/Embedded/bin
rounds=${ROUNDS:-5}
seconds=${SECONDS_PER_RUN:-10}
work=$(mktemp -d)
services=()
trap 'kill "${services[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

# Not Development: lines are JSON, as in production, and go to a file.
export ASPNETCORE_ENVIRONMENT=Bench Storage__ConnectionString="Data Source=$work/loapi.db" Storage__DemonstrationData=true
export Clients__MasterKey Cursors__Key Audit__Key
Clients__MasterKey=$(head -c 32 /dev/urandom | base64)
Cursors__Key=$(head -c 32 /dev/urandom | base64)
Audit__Key=$(head -c 32 /dev/urandom | base64)

# A collector that takes everything and counts it.
cat >"$work/collector.py" <<'PYTHON'
import http.server, sys
class Collector(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        size = int(self.headers["Content-Length"])
        self.rfile.read(size)
        print(self.path, size, flush=True)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *unused):
        pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Collector).serve_forever()
PYTHON
python3 "$work/collector.py" 5083 >"$work/collected" 2>"$work/collector.log" &
services+=($!)

# start PORT [NAME=VALUE …]: a service, ready when this returns.
start() {
  local port=$1
  shift
  (cd "$work" && exec env "$@" dotnet "$bin/ApiFrontend/release/LoApi.ApiFrontend.dll" --urls "http://127.0.0.1:$port") >"$work/$port.log" 2>&1 &
  services+=($!)
  until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do sleep 0.2; done
}

# load PORT: reads a second.
load() {
  dotnet "$bin/LoadGen/release/LoApi.LoadGen.dll" get --url "http://127.0.0.1:$1" --path /api/v1/countries/NA --json \
    --client "$(jq -r .client_id <<<"$client")" --key-id "$(jq -r .key_id <<<"$client")" --key "$(jq -r .key <<<"$client")" \
    --duration "$seconds" --warm-up 3 | jq .requests_per_second
}

dotnet "$bin/Admin/release/loapi-admin.dll" migrate >/dev/null
start 5081 RequestLog__SampleReads=100 Telemetry__OtlpEndpoint=http://127.0.0.1:5083 Telemetry__TraceSampling=0.01 \
  Telemetry__MetricsInterval=00:00:05 Datadog__Service=loapi-bench Datadog__Env=bench
start 5082 RequestLog__Level=None Serilog__MinimumLevel__Default=Fatal Ops__Enabled=false
client=$(dotnet "$bin/Admin/release/loapi-admin.dll" clients add bench --scopes reference:read --rate 1000000 --burst 1000000 --json)

# The first of the two would else pay for what the machine compiles and caches.
load 5081 >/dev/null
load 5082 >/dev/null

echo "Reads a second of a cached country, $seconds s, 16 connections: with logs, traces and metrics, and without"
for round in $(seq "$rounds"); do
  # Every other round the other way round, for whatever grows warmer or fuller.
  if [ $((round % 2)) = 1 ]; then on=$(load 5081) off=$(load 5082); else off=$(load 5082) on=$(load 5081); fi
  jq -rn --argjson a "$on" --argjson b "$off" '"  \($a) and \($b): \($a / $b * 1000 | round / 10) %"'
done
echo "Log lines written: $(wc -l <"$work/5081.log"); deliveries: $(grep -c traces "$work/collected" || true) of traces, $(grep -c metrics "$work/collected" || true) of metrics"
