-- One request again and again, for wrk: METHOD and TARGET, with a BODY where there is one. `#n`
-- becomes a number that no other request has, `#t` the next line of the file NUMBERS. VERSION is
-- that of the case which is changed, where the program asks for it.
local method, target, body = os.getenv("METHOD"), os.getenv("TARGET"), os.getenv("BODY")
local numbers = {}
for line in io.lines(os.getenv("NUMBERS")) do numbers[#numbers + 1] = line end

local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("id", threads)
end

local asked = 0
function request()
    asked = asked + 1
    local n = id .. string.format("%07d", asked)
    local t = numbers[(asked * 2 + id) % math.max(#numbers, 1) + 1] or ""
    local function filled(text) return (text:gsub("#n", n):gsub("#t", t)) end
    local headers = {
        ["Authorization"] = os.getenv("AUTHORIZATION"),
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = os.getenv("KEY") .. n,
        ["If-Match"] = os.getenv("VERSION"),
    }
    return wrk.format(method, filled(target), headers, body ~= "" and filled(body) or nil)
end

-- What was answered well, a second; and what was not.
function done(summary)
    local e = summary.errors
    local failed = e.status + e.connect + e.read + e.write + e.timeout
    io.write(string.format("%.2f %d\n",
        (summary.requests - e.status) / (summary.duration / 1e6), failed))
end
