#pragma once
// What all deeds do at their end: the matter moves on, its clocks are computed anew, deed and leaf
// are written, lists and watchers learn of it. For this engine alone.

#include "base/shape.h"
#include "engines/matters/matters.h"

namespace banshi::matters {

// Refuses matter.state.
Result<State> way(Call&, Matter const&, Verb);

struct Said {
    std::string why = {};
    json::object facts = {};
    bool by_office = true;  // a citizen's word leaves the version as it is
};
void step(Call&, Matter&, Verb, State to, Said = {});
// A new row with its first deed.
void begin(Call&, Matter&, Verb, Said = {});

Result<void> need(std::string const& text, char const* code, char const* field);

}  // namespace banshi::matters
