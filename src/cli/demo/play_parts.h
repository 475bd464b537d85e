#pragma once
// Who plays, for play.cpp and play_clerk.cpp alone.

#include "cli/demo/play.h"

namespace banshi::demo {

struct Play::Clerk {
    Clerk(std::string const& base, std::string login, std::string window)
        : client(base), login(std::move(login)), window(std::move(window)) {}

    Client client;
    std::string login;
    std::string window;
    bool logged_in = false;
    Instant heard_at{};  // its last heartbeat
};

struct Play::Fate {
    Seconds walk;
    bool hears;
    Seconds service_time;
    bool parks;
    std::optional<ServiceId> moves_on;
};

struct Play::Guest {
    std::string secret;
    json::object link() const { return {{"secret", secret}}; }
};

}  // namespace banshi::demo
