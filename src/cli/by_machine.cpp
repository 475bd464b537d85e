#include "cli/by_machine.h"

#include "engines/people/orgs.h"

namespace banshi::cli {

Actor const& machine() {
    static Actor const actor{Actor::Kind::machine, {"machine"}, {}, "", {}};
    return actor;
}

Deed const* deed_of(CityDistrict const& each, std::string_view verb) {
    for (auto const* system : each.systems)
        for (auto const& route : system->routes)
            if (route.deed.verb == verb) return &route.deed;
    return nullptr;
}

Result<Answer> done_by_machine(Deed const& deed, Environment const& here, City const& city,
                               District const& district, Transaction& tx,
                               json::object const& form) {
    Actor const machine{
        Actor::Kind::machine, {"machine"}, {}, "", {{deed.right, people::node(district)}}};
    Call call{machine, here.now(), district, tx, system_random(), city.texts};
    return deed.serve(call, form, shape::Source::json);
}

}  // namespace banshi::cli
