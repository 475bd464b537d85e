#pragma once
// The rows of those who were asked to read; for readers.cpp and lists.cpp alone.

#include "systems/voices/members.h"

namespace banshi::voices::rows {

struct Reading {  // 参阅
    std::string voice;
    int serial;
    std::string member;
    std::string name;
    std::string words;
    Instant asked_at;
    std::string asked_by;
    std::string opinion;
    std::optional<Instant> given_at;
    std::optional<Instant> released_at;

    bool waits() const { return !given_at && !released_at; }
};
void insert(Call&, Reading const&);
void update(Call&, Reading const&);
std::vector<Reading> readings_of(Call&, std::string const& voice);
// That a member was asked to read and still may, newest first.
std::vector<std::string> voices_of_reader(Call&, std::string const& member, int limit);

}  // namespace banshi::voices::rows
