-- For wrk: sends the requests of a file that `loadgen requests` wrote, each once, and counts what is not answered with 201.
--   wrk -t1 -c64 -d10s -s bench/writes.lua http://127.0.0.1:5081 -- requests.bin
-- One thread, since a file has one reader. Prints one line of JSON. A file that ends before the time does is an error.
local requests

dofile("bench/answers.lua") -- From the repository's root, as the scripts do.
expected, exhausted = 201, false

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
