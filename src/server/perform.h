#pragma once
// One deed inside one transaction: its idempotency key, its right, its shape, its use case.
// The HTTP server, the scenario runner and the demo city's replay all come through here.

#include "systems/system.h"

namespace banshi::server {

struct Performed {
    Answer answer;
    bool replayed = false;  // an earlier answer to the same key
};

// `key` may be empty for deeds without one. A key seen with another request is refused with
// idempotency.key_reused. Only success is kept: what was refused may be tried again.
Result<Performed> perform(Call&, Deed const&, json::object const& request, shape::Source source,
                          std::string const& key);

// What Store::write wants to know: shall the rows of this deed stay?
inline bool keeps(Result<Performed> const& performed) {
    return performed ? true : performed.refusal().keeps;
}

}  // namespace banshi::server
