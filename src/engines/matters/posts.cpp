#include "engines/matters/posts.h"

#include "engines/matters/rows.h"

namespace banshi::matters {

std::vector<Matter> led_by(Call& call, std::string const& book, std::string const& leader) {
    return rows::led_by(call, book, leader);
}

std::vector<Matter> oldest(Call& call, std::string const& book, int limit) {
    return rows::oldest(call, book, limit);
}

}  // namespace banshi::matters
