-- For wrk: sends the requests of a file that `loadgen requests` wrote, each once, and counts what is not answered with 201.
--   wrk -t1 -c64 -d10s -s bench/writes.lua http://127.0.0.1:5081 -- requests.bin
-- One thread, since a file has one reader. Prints one line of JSON. A file that ends before the time does is an error.
local requests
local refused = {}

exhausted, others = false, ""

function init(arguments)
  requests = assert(io.open(arguments[1], "rb"))
end

function request()
  local length = requests:read("*l")
  if length == nil then
    exhausted = true
    return "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
  end
  return requests:read(tonumber(length))
end

function response(status)
  if status ~= 201 then
    refused[status] = (refused[status] or 0) + 1
    others = ""
    for code, count in pairs(refused) do
      others = others .. (others == "" and "" or ", ") .. string.format('"%d": %d', code, count)
    end
  end
end

local thread

function setup(only)
  assert(thread == nil, "one thread, please: -t1")
  thread = only
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format(
    '{"requests": %d, "requests_per_second": %.1f, "latency_ms": {"p50": %.2f, "p99": %.2f, "max": %.2f}, "others": {%s}, "transport_errors": %d, "exhausted": %s}\n',
    summary.requests, summary.requests / seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    thread:get("others"), errors, tostring(thread:get("exhausted"))))
end
