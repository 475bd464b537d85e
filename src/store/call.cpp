#include "store/call.h"

#include <algorithm>

namespace banshi {

static bool covers(std::string_view node, std::string_view inner) {
    if (node == "/") return true;
    return inner.starts_with(node) && (inner.size() == node.size() || inner[node.size()] == '/');
}

bool Actor::holds(Right const& right) const {
    return std::ranges::any_of(grants, [&](auto const& grant) { return grant.right == right; });
}

bool Actor::holds(Right const& right, std::string_view node) const {
    return std::ranges::any_of(grants, [&](auto const& grant) {
        return grant.right == right && covers(grant.node, node);
    });
}

std::string const& Actor::id() const { return account.empty() ? person.text : account.text; }

}  // namespace banshi
