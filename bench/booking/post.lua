-- What wrk posts: each request books one of the times in the file STARTS, under a key of its own.
local starts = {}
for line in io.lines(os.getenv("STARTS")) do starts[#starts + 1] = line end

local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("id", threads)
end

local asked, refused = 0, 0
function request()
    asked = asked + 1
    local body = '{"services":["a"],"start":"' .. starts[asked % #starts + 1] .. '"}'
    local headers = {
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = "wrk-" .. id .. "-" .. asked,
    }
    return wrk.format("POST", "/api/v1/test/halls/hall/holds", headers, body)
end

function done(summary, latency)
    io.write(string.format("%d %d %.2f\n", summary.requests / (summary.duration / 1e6),
        summary.errors.status, latency:percentile(99) / 1000))
end
