#pragma once
// What a verification would say of bound rows, within the deed that asks.

#include "systems/aid/bound.h"

namespace banshi::aid {

inline std::vector<record::Breach> bound_breaches(Call& call, BoundSeen& seen) {
    auto const& name = call.district.name();
    auto const size = record::tip(call.tx, name).size;
    for (std::uint64_t seq = 0; seq < size; ++seq) {
        auto const entry = record::entry(call.tx, name, seq).value();
        seen.see({seq, entry.kind, {}, entry.body});
    }
    for (auto const& waiting : record::waiting_entries(call.tx, name))
        seen.see({size, waiting.kind, {}, waiting.body});
    return seen.compare(call);
}

inline std::string told(std::vector<record::Breach> const& breaches) {
    std::string text;
    for (auto const& breach : breaches) text += breach.text + " " + breach.facts.at("number") + " ";
    return text;
}

}  // namespace banshi::aid
