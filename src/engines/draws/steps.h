#pragma once
// What the clock and the last secret bring about in a draw; for the deeds of this engine alone.

#include "engines/draws/draws.h"

namespace banshi::draws {

// The draw after all that is due by now: closed, its silent parties left out, or void.
Draw brought_forward(Call&, Draw);
Result<Draw> find_now(Call&, std::string const& draw);

void leave_out(Call&, Draw const&, Party, LeftOut);
void end_void(Call&, Draw&, std::string const& why, std::string const& note = "");
// Seed, winners, the test of the order of entry, and publication or the end.
Draw drawn(Call&, Draw);

// The public value as the announcement calls it: "lottery_3d:2026-300".
std::string late_name(Draw const&);
// What the announcement binds beside its rules.
record::Hash words_of(Draw const&);

}  // namespace banshi::draws
