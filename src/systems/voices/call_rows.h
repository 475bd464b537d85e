#pragma once
// The rows of calls for opinions; for calls*.cpp and writing.cpp alone.

#include "systems/voices/voices.h"

namespace banshi::voices::rows {

struct OpinionCall {
    std::string id;
    std::string topic;
    std::string title;
    std::string text;
    Day from;
    Day to;
    Instant at;
    std::string account;
};
void insert(Call&, OpinionCall const&);
void update(Call&, OpinionCall const&);
std::optional<OpinionCall> find_call(Call&, std::string const& id);
std::vector<OpinionCall> latest_calls(Call&, int limit);

void add_to_call(Call&, std::string const& call_id, std::string const& voice);
// Handed in, the newest first.
std::vector<Voice> voices_of_call(Call&, std::string const& call_id, int limit);

struct CallCount {
    int received;
    int answered;
    int solved;
};
CallCount count_call(Call&, std::string const& call_id);

}  // namespace banshi::voices::rows
