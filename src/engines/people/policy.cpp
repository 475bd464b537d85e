#include "engines/people/policy.h"

#include <algorithm>

namespace banshi::people {

Role const* Policy::role(std::string_view id) const {
    auto const found = std::ranges::find(roles, id, &Role::id);
    return found == roles.end() ? nullptr : &*found;
}

}  // namespace banshi::people
