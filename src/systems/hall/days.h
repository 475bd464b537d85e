#pragma once
// The rows behind opening hours and rosters. They decide nothing.

#include "store/call.h"
#include "systems/hall/settings.h"

namespace banshi::hall::days {

struct Stretch {  // minutes of one day on the wall
    Clock from;
    Clock to;
};

std::vector<Stretch> closed(Call&, HallId const&, Day);   // closures in force
std::vector<Stretch> special(Call&, HallId const&, Day);  // periods of a day with other hours

struct StoredShift {
    WindowId window;
    Clock from;
    Clock to;
    std::string services;
    std::string clerk;
};
bool is_published(Call&, HallId const&, Day);
std::vector<StoredShift> shifts(Call&, HallId const&, Day);
// Replaces the day's shifts and marks the day as published.
void publish(Call&, HallId const&, Day, std::vector<StoredShift> const&);

void announce(Call&, HallId const&);  // to whoever watches the hall

// Says whether it was not marked before.
bool mark_ended(Call&, HallId const&, Day);
bool is_ended(Call&, HallId const&, Day);

std::optional<std::string> rules_on(Call&, HallId const&, Day);  // JSON, confirmed ones only

}  // namespace banshi::hall::days
