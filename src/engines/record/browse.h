#pragma once
// The log as people look through it: the newest first, by kind, by day.

#include "engines/record/heads.h"
#include "engines/record/record.h"

namespace banshi::record {

struct Stretch {
    std::vector<Entry> entries;            // the newest first
    std::optional<std::uint64_t> further;  // there may be more below this place
};
// Entries below `before` whose kind begins with these words. Looks at a bounded stretch alone, so
// that a rare kind costs no more than a common one.
Stretch entries_below(Transaction&, std::string const& log, std::uint64_t before,
                      std::string const& kind, int most);

// The place of the first entry at or after this moment; the log's size where none is.
std::uint64_t place_at(Transaction&, std::string const& log, Instant);

struct ListedHead {
    std::uint64_t size = 0;
    std::string root;  // hex
    Instant at;
    std::int64_t witnesses = 0;  // that signed it
};
std::vector<ListedHead> heads_below(Transaction&, std::string const& log, std::uint64_t size,
                                    int most);

// Notes that a person was erased, by whom and why.
void note_erasure(Call&, std::string const& reason);

}  // namespace banshi::record
