#include "engines/people/orgs.h"

namespace banshi::people {

std::string node(District const& district) { return "/" + district.name(); }

std::string node(District const& district, HallId const& hall) {
    return node(district) + "/" + hall.text;
}

std::string node(District const& district, HallId const& hall, WindowId const& window) {
    return node(district, hall) + "/" + window.text;
}

Result<void> may(Call& call, Right const& right, std::string_view node) {
    if (call.actor.holds(right, node)) return {};
    if (call.actor.kind == Actor::Kind::visitor)
        return Refusal{Why::unauthenticated, "session.missing", right};
    return Refusal{Why::forbidden, "right.missing", right + " at " + std::string(node)};
}

}  // namespace banshi::people
