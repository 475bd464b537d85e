#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"

namespace banshi::cli {

namespace {

// A district that sets no term refuses.
Result<json::object> done_by(Deed const& deed, Environment const& here, City const& city,
                             District const& district, Transaction& tx, json::object const& form) {
    return TRY(done_by_machine(deed, here, city, district, tx, form)).body.as_object();
}

std::string words(City const& city, std::string const& key, Facts const& facts) {
    return city.texts.say(city.language, key, facts);
}

int list_due(City const& city, District const& district, json::object const& due) {
    for (auto const& line : due.at("kinds").as_array())
        for (auto const& number : line.at("numbers").as_array())
            std::cout << words(city, "cli.retention.line",
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
    json::object const form{{"why", city.texts.say(Language::zh, "cli.retention.why")}};
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
        std::cout << words(city, options.dry_run ? "cli.retention.due" : "cli.retention.gone",
                           {{"district", each.district.name()}, {"count", std::to_string(count)}})
                  << "\n";
    }
    return done;
}

}  // namespace banshi::cli
