#pragma once
// Who comes to a hall on a day, when, for what, and what will happen to them: drawn before the
// day begins, from chance alone. What the hall makes of it is the use cases' business.

#include <array>
#include <optional>

#include "cli/demo/people.h"
#include "systems/hall/hall.h"

namespace banshi::demo {

struct Wish {  // 预约
    Instant made_at;
    Instant start;
    std::optional<Instant> cancelled_at;
};

struct Visitor {
    Person person;
    ServiceId service;
    std::optional<Wish> wish;  // none: draws a number at the kiosk
    bool comes = true;
    Instant arrives;
    std::optional<std::string> priority;
    std::optional<Seconds> patience;  // leaves when not called for so long
    Seconds walk{};                   // from the seat to the window
    bool hears = true;                // the first call
    bool comes_back = true;           // after having missed it
    Seconds service_time{};
    std::optional<Seconds> parked;      // away so long for a missing paper
    std::optional<ServiceId> moves_on;  // transferred there
    std::optional<std::size_t> grade;   // index into grade_words
    Seconds grades_after{};
};

struct OpenDay {
    hall::HallSetting const& hall;
    hall::Rules const& rules;
    WorkCalendar const& calendar;
    Day day;
    std::vector<hall::Opening> periods;
    int load_percent;
};

// How many thousandths of a visitor a minute the windows could serve, service by service: each
// window shares its time among what it can do.
std::vector<int> capacities(hall::HallSetting const&);

// From the best down, as the evaluation names them.
inline constexpr std::array<char const*, 5> grade_words{
    "very_satisfied", "satisfied", "basically_satisfied", "dissatisfied", "very_dissatisfied"};

// In no particular order; the same for the same seed.
std::vector<Visitor> visitors_of(Setting const&, Zone const&, OpenDay const&, std::uint64_t seed);

}  // namespace banshi::demo
