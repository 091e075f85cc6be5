-- For wrk: reads the paths of a file in turn, with one token, and counts what is not answered with 200.
--   wrk -t1 -c64 -d10s -s bench/reads.lua http://127.0.0.1:5091 -- paths.txt TOKEN
-- One thread, since only one is asked what it counted. Prints one line of JSON.
local requests, last = {}, 0
local refused = {}

others = ""

function init(arguments)
  local headers = { ["Authorization"] = "Bearer " .. arguments[2] }
  for path in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end

function response(status)
  if status ~= 200 then
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
    '{"requests": %d, "requests_per_second": %.1f, "latency_ms": {"p50": %.2f, "p99": %.2f, "max": %.2f}, "others": {%s}, "transport_errors": %d}\n',
    summary.requests, summary.requests / seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    thread:get("others"), errors))
end
