#pragma once
// The two who meet in a hall, for replay.cpp and replay_desk.cpp alone.

#include "cli/demo/replay.h"

namespace banshi::demo {

struct Replay::Guest {
    Visitor visitor;
    std::string ticket;
    std::string secret;
    enum class Place { waiting, called, served, away, gone } place = Place::waiting;

    json::object link() const { return {{"ticket", ticket}, {"secret", secret}}; }
};

struct Replay::Desk {
    hall::WindowSetting window;
    Actor clerk;
    enum class State { shut, idle, busy } state = State::shut;
    Instant until{};                    // calls nobody new after this
    std::vector<std::string> parked{};  // tickets whose people are back
};

}  // namespace banshi::demo
