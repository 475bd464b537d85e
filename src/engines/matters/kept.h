#pragma once
// What each leaf of a matter binds of its row besides what it says openly: office, deadline, times
// and whatever else only a deed may change. The id of the matter, which nobody is told, keeps the
// few possible values from being tried out.

#include "engines/matters/matter.h"
#include "engines/record/hash.h"

namespace banshi::matters {

// As the columns hold it: whoever alters a row by hand keeps to no enum.
struct Kept {
    std::string id, book, number, kind, grade, category, street, visibility, state;
    int round;
    std::optional<std::string> outcome;
    int deeds;
    std::string unit, handler, leader;
    std::optional<std::string> merged_into, previous;
    Day day;
    Instant registered_at;
    std::optional<Instant> accepted_at, cleared_at, due;
};

Kept kept_of(Matter const&);
record::Hash kept_hash(Kept const&);

}  // namespace banshi::matters
