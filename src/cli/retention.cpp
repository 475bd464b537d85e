#include <iostream>

#include "cli/commands.h"
#include "engines/people/orgs.h"

namespace banshi::cli {

namespace {

Deed const* deed_of(CityDistrict const& each, std::string_view verb) {
    for (auto const* system : each.systems)
        for (auto const& route : system->routes)
            if (route.deed.verb == verb) return &route.deed;
    return nullptr;
}

Actor machine_for(Deed const& deed, District const& district) {
    return {Actor::Kind::machine, {"machine"}, {}, "", {{deed.right, people::node(district)}}};
}

// A district that sets no term refuses.
Result<json::object> done_by(Deed const& deed, Environment const& here, City const& city,
                             District const& district, Transaction& tx, json::object const& form) {
    Call call{machine_for(deed, district), here.now(), district, tx, system_random(), city.texts};
    return TRY(deed.serve(call, form, shape::Source::json)).body.as_object();
}

std::string say(City const& city, std::string const& key, Facts const& facts) {
    return city.texts.say(Language::zh, key, facts);
}

int list_due(City const& city, District const& district, json::object const& due) {
    for (auto const& line : due.at("kinds").as_array())
        for (auto const& number : line.at("numbers").as_array())
            std::cout << say(city, "cli.retention.line",
                             {{"district", district.name()},
                              {"number", number.as_string().c_str()},
                              {"months", json::serialize(line.at("months"))}})
                      << "\n";
    return due.at("due").to_number<int>();
}

int look(Environment const& here, City const& city, CityDistrict const& each, Store& store) {
    int count = 0;
    store.read_now([&](Transaction& tx) {
        auto const& deed = *deed_of(each, "see_retention");
        auto const due = done_by(deed, here, city, each.district, tx, {});
        if (due) count = list_due(city, each.district, due.value());
    });
    return count;
}

// One transaction after the other, so that nobody at the city's desks waits for this.
int forget_all(Environment const& here, City const& city, CityDistrict const& each, Store& store) {
    auto const& deed = *deed_of(each, "run_retention");
    json::object const form{{"why", say(city, "cli.retention.why", {})}};
    int gone = 0;
    for (bool more = true; more;)
        store.write_now([&](Transaction& tx) {
            auto const run = done_by(deed, here, city, each.district, tx, form);
            more = run && run.value().at("more").as_bool();
            if (run) gone += static_cast<int>(run.value().at("numbers").as_array().size());
            return true;
        });
    return gone;
}

}  // namespace

int retention(Environment const& here, RetentionOptions const& options) {
    auto const city = open_city(here);
    auto const store = open_database(here);
    for (auto const& each : city.districts) {
        if (!deed_of(each, "run_retention")) continue;
        auto const count =
            options.dry_run ? look(here, city, each, *store) : forget_all(here, city, each, *store);
        std::cout << say(city, options.dry_run ? "cli.retention.due" : "cli.retention.gone",
                         {{"district", each.district.name()}, {"count", std::to_string(count)}})
                  << "\n";
    }
    return done;
}

}  // namespace banshi::cli
