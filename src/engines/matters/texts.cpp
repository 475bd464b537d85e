#include "engines/matters/texts.h"

#include "engines/matters/rows.h"
#include "engines/people/keys.h"

namespace banshi::matters {

std::vector<OriginalText> original_texts(Call& call, MatterId const& id) {
    std::vector<OriginalText> out;
    for (auto const& row : rows::originals_of(call, id))
        out.push_back({row.at, people::unseal(row.title), people::unseal(row.text)});
    return out;
}

// The latest version decides: after a moderation nothing is left to look at.
bool is_flagged(Call& call, MatterId const& id) {
    auto const all = rows::originals_of(call, id);
    return !all.empty() && all.back().flagged;
}

}  // namespace banshi::matters
