#pragma once
// The rows of what comes after an answer; for following.cpp, view.cpp and jobs.cpp alone.

#include "systems/voices/voices.h"

namespace banshi::voices::rows {

struct Measure {  // 措施
    std::string voice;
    int serial;
    int round;
    std::string what;
    OrgId unit;
    Day by_day;
    std::optional<int> clock;
    std::optional<Instant> dropped_at;
    std::optional<Instant> done_at;
    std::string proof;
};
void insert(Call&, Measure const&);
void update(Call&, Measure const&);
// Those of a draft that was written anew are among them.
std::vector<Measure> measures_of(Call&, std::string const& voice);

struct Review {  // 复核
    std::string voice;
    int serial;
    Instant at;
    std::string account;
    bool solved;
    std::string words;
    std::optional<Day> next_on;
};
void insert(Call&, Review const&);
std::vector<Review> reviews_of(Call&, std::string const& voice);

struct Correction {  // 更正
    MatterId matter;
    int answer;
    int serial;
    Instant at;
    std::string account;
    std::string text;
    std::string text_before;
    std::string note;
};
void insert(Call&, Correction const&);
std::vector<Correction> corrections_of(Call&, MatterId const&);

}  // namespace banshi::voices::rows
