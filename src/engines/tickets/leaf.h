#pragma once
// The leaf of the public record that goes with an event: what happened to which number, when and
// where; never to whom.

#include <optional>

#include "engines/record/record.h"
#include "engines/tickets/tickets.h"

namespace banshi::tickets {

// Nothing for what is no deed yet: places held while somebody types.
std::optional<record::Trace> append_leaf(Call&, Ticket const&, Happening const&);

// What goes with a happening of this name: the kind of its leaf, empty where it has none, and the
// state it leads to. Nothing for a name that is no happening.
struct Expected {
    std::string_view leaf;
    State to;
};
std::optional<Expected> expected(std::string_view happening);
bool has_leaf(std::string_view happening);

}  // namespace banshi::tickets
