#include "server/openapi.h"

#include <iostream>

#include "cli/commands.h"

namespace banshi::cli {

int openapi(Environment const& here) {
    auto const city = open_city(here);
    std::vector<System const*> systems;
    std::vector<std::string> districts;
    for (auto const& system : city.systems) systems.push_back(&system);
    for (auto const& each : city.districts) districts.push_back(each.district.name());
    std::cout << server::openapi(systems, city.texts, districts) << "\n";
    return done;
}

}  // namespace banshi::cli
