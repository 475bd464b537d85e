#include "systems/voices/judging.h"

namespace banshi::voices {

bool asks_redo(Ratings const& r) { return r.first || 2 * r.against > r.authors; }

std::optional<int> percent_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return {};
    return static_cast<int>((200 * part + whole) / (2 * whole));
}

}  // namespace banshi::voices
