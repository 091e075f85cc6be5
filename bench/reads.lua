-- For wrk: reads the paths of a file in turn, with one token, and counts what is not answered with 200.
--   wrk -t1 -c64 -d10s -s bench/reads.lua http://127.0.0.1:5091 -- paths.txt TOKEN
-- One thread, since only one is asked what it counted. Prints one line of JSON.
local requests, last = {}, 0

dofile("bench/answers.lua") -- From the repository's root, as the scripts do.
expected = 200

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
