#pragma once
// A running server for the tests, on a free port, with short times.

#include <atomic>
#include <chrono>
#include <functional>

#include "server/client_for_test.h"
#include "server/listener.h"

namespace banshi::server {

using namespace std::chrono_literals;

inline Settings quick_settings() {
    Settings settings;
    settings.limits.tick = 20ms;
    settings.limits.header = settings.limits.body = settings.limits.idle = 400ms;
    settings.limits.drain = 1000ms;
    settings.limits.heartbeat = 100ms;
    settings.now = [] { return Instant{std::chrono::microseconds{1'764'000'000'000'000}}; };
    return settings;
}

struct TestHouse {
    std::atomic<int> served = 0;
    Hub hub{1000};
    Server server;

    explicit TestHouse(std::function<void(Request&&, Respond)> serve,
                       Settings settings = quick_settings())
        : server(std::move(settings), handler(std::move(serve)), hub) {
        server.start();
    }

    Handler handler(std::function<void(Request&&, Respond)> serve) {
        Handler out;
        out.serve = std::move(serve);
        out.body_limit = [](Request const& request) {
            return std::size_t(request.path[0] == "photo" ? 1'000'000 : 1000);
        };
        out.problem = [](int status, Request const&) {
            return Reply{.status = status, .body = "refused " + std::to_string(status)};
        };
        out.served = [this](Served const&) { ++served; };
        return out;
    }
    Client client() { return Client(server.port()); }
};

inline std::string const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

inline bool holds(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

inline std::string status_of(std::string const& answer) { return answer.substr(9, 3); }

// Says what it understood.
inline void echo(Request&& request, Respond respond) {
    Reply reply;
    reply.body = request.method;
    for (auto const& segment : request.path) reply.body += "/" + segment;
    for (auto const& [name, value] : request.query) reply.body += " " + name + "=" + value;
    if (!request.body.empty()) reply.body += " [" + request.body + "]";
    respond(std::move(reply));
}

}  // namespace banshi::server
