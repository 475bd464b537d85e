#pragma once
// From rows to the pure functions and back: what a clock's row must say, by its deeds.

#include "engines/matters/clock.h"
#include "engines/matters/clocks.h"
#include "engines/matters/ladder.h"

namespace banshi::matters {

Rules const& rules_of(Call&, std::string const& book, Day);
Wall wall_of(Call&, Rules const&);
Terms terms_of(RunningClock const&);
// Those pauses that stop this kind of clock, from its start on.
std::vector<Span> spans_for(RunningClock const&, std::vector<Pause> const&, Rules const&);
// The highest level of this clock; an annulled one counts, for levels only rise.
Raised raised_of(RunningClock const&, std::vector<LevelRow> const&);

// The row with all that follows from the rest: last day, colours, level, what comes next.
RunningClock reckoned(Call&, RunningClock, std::vector<Pause> const&, std::vector<LevelRow> const&);

// A clock as the rules of its book set it for this matter on the day of `start`, not yet numbered;
// nothing where they set none.
std::optional<RunningClock> drawn_clock(Call&, Matter const&, ClockKind, Instant start,
                                        Task const*);
// The matter's own columns from one of its clocks that runs.
void show_deadline(Matter&, RunningClock const&);

// A clock that people watch: its deadline stands in the lists.
bool is_laddered(ClockKind);

}  // namespace banshi::matters
