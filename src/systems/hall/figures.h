#pragma once
// What reports and the city's view are summed up from, and how. Nothing is stored: every figure
// is counted from tickets and events when somebody asks.

#include <span>

#include "systems/hall/report.h"

namespace banshi::hall::figures {

// Tickets that are alike, and how many.
struct Group {
    ServiceId service;
    Day day;
    State state;
    std::optional<Entry> entry;
    bool numbered;
    bool booked;
    std::int64_t count;
};
std::vector<Group> groups(Call&, HallId const&, Day from, Day to);

// One stop of one number: its waiting and its service, as sums over its events.
struct Visit {
    ServiceId service;
    Day day;
    Entry entry;
    Instant issued_at;
    std::optional<Instant> called_at;  // the first call; none: never called
    std::chrono::microseconds waited;
    std::chrono::microseconds served;
    bool finished;
};
std::vector<Visit> visits(Call&, HallId const&, Day from, Day to);

void add(Counts&, Group const&);
// Of those who were called; percentiles are exact, by rank.
Waits waits(std::vector<std::chrono::microseconds> waited, int target_minutes);
// By the hour in which people came.
std::vector<HourReport> hours(Zone const&, std::span<Visit const>);
// `served`: visits that could be graded.
GradeReport grades(Call&, HallId const&, Day from, Day to, int served);

// First calls of booked numbers, and those among them that were made by the order of due times,
// not by name.
struct ByRule {
    std::int64_t called;
    std::int64_t by_rule;
};
ByRule called_by_rule(Call&, HallId const&);

// In whole percents, half rounded up; 0 of nothing.
int percent(std::int64_t part, std::int64_t whole);
int whole_seconds(std::chrono::microseconds);

}  // namespace banshi::hall::figures
