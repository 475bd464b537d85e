#pragma once
// People who booked in the replay and come after its end: noted for `banshi play`, which meets
// the running hall from outside and could not know them.

#include <optional>
#include <string>
#include <vector>

#include "base/shape.h"

namespace banshi::demo {

struct Expected {
    Instant at;
    std::string name;
    std::string id_number;
    ServiceId service;
};

std::string expected_text(std::vector<Expected> const&, Zone const&);
std::optional<std::vector<Expected>> read_expected(std::string_view text);

}  // namespace banshi::demo
