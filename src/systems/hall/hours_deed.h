#pragma once
// New hours 开放时间 as decided: a row that stays, with who and when, and an entry of the record
// that binds all of it. A later decision on the same day replaces an earlier one and deletes none.

#include "engines/record/hash.h"
#include "systems/hall/days.h"

namespace banshi::hall {

// A week from a day on; nothing: what was to begin on this day is taken back.
void decide_week(Call&, HallId const&, Day since, std::optional<std::vector<Period>> const&,
                 std::string const& reason);
// The periods of one day; none: its hours are taken back, and the week counts again.
void decide_day(Call&, HallId const&, Day, std::vector<days::Stretch> const&,
                std::string const& reason);
// Single days of before there were such entries, decided anew as they stand; once. Any decision on
// a day is preceded by it.
void bind_days_of_before(Call&, HallId const&);

// The pages that the entries name, and what they bind.
std::string week_page(HallId const&, Day since, int version);
std::string day_page(HallId const&, Day, int version);
std::string periods_text(std::vector<days::Stretch> const&);
record::Hash bound_hours(std::string const& hours, std::string const& reason,
                         std::string const& by_whom, Instant at);

}  // namespace banshi::hall
