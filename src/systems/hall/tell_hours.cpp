// Opening and closing are no deed of anybody: the clock tells those who watch a hall.

#include <algorithm>

#include "systems/hall/days.h"
#include "systems/hall/floor.h"
#include "systems/hall/manage_jobs.h"

namespace banshi::hall {

namespace {

// When what a hall shows changes by itself.
std::vector<Instant> turns_of(Call& call, HallSetting const& hall, Day day) {
    auto const rules = rules_now(call, hall.id);
    std::vector turns{call.district.zone().midnight(day)};
    for (auto const& opening : opening_on(call, hall, day))
        turns.insert(turns.end(), {opening.from - Minutes{rules.early_minutes}, opening.from,
                                   opening.to - Minutes{rules.last_issue_minutes}, opening.to});
    return turns;
}

}  // namespace

Result<HoursTold> tell_hours(Call& call, TellHours const&) {
    constexpr Seconds lately{90};  // it runs every minute; telling twice harms nobody
    auto const today = call.district.zone().day_of(call.now);
    HoursTold told{0};
    for (auto const& hall : call.district.policy<Settings>().halls) {
        auto const is_due = [&](Instant turn) {
            return turn <= call.now && call.now < turn + lately;
        };
        if (std::ranges::none_of(turns_of(call, hall, today), is_due)) continue;
        days::announce(call, hall.id);
        ++told.halls;
    }
    return told;
}

}  // namespace banshi::hall
