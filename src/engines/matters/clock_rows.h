#pragma once
// The rows of clocks, pauses and levels, named for what is done to them. For the engine alone.

#include "engines/matters/clocks.h"

namespace banshi::matters::rows {

// With what of the matter is counted beside them.
void insert(Call&, Matter const&, RunningClock const&);
void update(Call&, RunningClock const&);
// The matter was corrected.
void move(Call&, Matter const& before, Matter const& after);
// Of what never ran.
void remove(Call&, Matter const&, RunningClock const&);
std::vector<RunningClock> clocks_of(Call&, MatterId const&);

void insert(Call&, MatterId const&, Pause const&);
void close_pause(Call&, MatterId const&, Instant to, std::string const& by);
std::vector<Pause> pauses_of(Call&, MatterId const&);

void insert(Call&, LevelRow const&, std::string const& book);
void update(Call&, LevelRow const&);
std::vector<LevelRow> levels_of(Call&, MatterId const&);

// Matters with a clock whose next colour or level is due, the earliest first.
std::vector<MatterId> due_matters(Call&, int limit);
std::vector<MatterId> matters_without_calendar(Call&, int limit);
std::vector<MatterId> matters_with_open_clocks(Call&, MatterId const& after, int limit);

struct CalendarKept {
    std::string print;
    MatterId after;
    bool done;
};
std::optional<CalendarKept> calendar_kept(Call&);
void keep(Call&, CalendarKept const&);

struct LongPause {
    MatterId matter;
    int serial;
};
std::vector<LongPause> pauses_open_since(Call&, Instant before, int limit);
void mark_warned(Call&, LongPause const&);

}  // namespace banshi::matters::rows
