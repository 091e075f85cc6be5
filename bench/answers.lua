-- For wrk's scripts beside it: counts what is not answered as it should be, and prints one line of JSON when all is over.
-- Whoever runs this sets `expected`, a status; `exhausted` where its requests may come to an end, else it stays nil.
local refused = {}

others = ""

function response(status)
  if status ~= expected then
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
  local exhausted = thread:get("exhausted")
  io.write(string.format(
    '{"requests": %d, "requests_per_second": %.1f, "latency_ms": {"p50": %.2f, "p99": %.2f, "max": %.2f}, "others": {%s}, "transport_errors": %d%s}\n',
    summary.requests, summary.requests / seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    thread:get("others"), errors, exhausted == nil and "" or string.format(', "exhausted": %s', tostring(exhausted))))
end
