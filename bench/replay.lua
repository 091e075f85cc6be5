-- For wrk: sends requests as they stand in files, each after a line with its length in bytes.
--   wrk -t1 -c32 -d5s -s bench/replay.lua http://127.0.0.1:5081 -- CYCLED ONCE NTH
-- Those of CYCLED again and again; every NTH request is instead the next of ONCE, none of which is sent twice (NTH 0: none,
-- 1: all). One thread, since a file has one reader. Prints one line of JSON; a file ONCE that ends before the time does is
-- said, for what is measured then is something else.
local cycled, once, nth = {}, nil, 0
local sent, turn = 0, 0

exhausted = false

local function read(file)
  local length = file:read("*l")
  return length and file:read(tonumber(length))
end

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  for text in function() return read(file) end do
    cycled[#cycled + 1] = text
  end
  once = assert(io.open(arguments[2], "rb"))
  nth = tonumber(arguments[3])
end

function request()
  sent = sent + 1
  if nth > 0 and sent % nth == 0 then
    local text = read(once)
    if text then
      return text
    end
    exhausted = true
    return "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n"
  end
  turn = turn % #cycled + 1
  return cycled[turn]
end

local thread

function setup(only)
  assert(thread == nil, "one thread, please: -t1")
  thread = only
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.4f, "p50_ms": %.3f, "p99_ms": %.3f, "refused": %d, "transport_errors": %d, "exhausted": %s}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, tostring(thread:get("exhausted"))))
end
