#include "store/unreadable.h"

#include <soci/soci.h>

namespace banshi {

std::optional<std::string> unreadable(std::function<void()> const& look) try {
    look();
    return std::nullopt;
} catch (soci::soci_error const&) { throw; } catch (std::exception const& wrong) {
    return wrong.what();
}

}  // namespace banshi
