#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"

namespace banshi::cli {

namespace {

bool told(CityDistrict const& each, std::string const& system) {
    return each.setting.told && std::ranges::count(*each.setting.told, system) > 0;
}

// What the systems count that the source tells of, each figure with its district and system.
json::array figures_of(Environment const& here, City const& city, CityDistrict const& each,
                       Store& store) {
    json::array all;
    store.read_now([&](Transaction& tx) {
        Call call{machine(), here.now(), each.district, tx, system_random(), city.texts};
        for (auto const* system : each.systems) {
            if (!system->figures || !told(each, system->name)) continue;
            for (auto& figure : system->figures(call)) {
                figure.as_object()["district"] = each.district.name();
                figure.as_object()["system"] = system->name;
                all.push_back(std::move(figure));
            }
        }
    });
    return all;
}

std::string line_of(City const& city, json::object const& figure) {
    auto const name = city.texts.say(city.language, figure.at("name").as_string().c_str());
    auto const* verdict = figure.at("equal").as_bool() ? "equal" : "differs";
    return city.texts.say(
        city.language, "cli.figures.line",
        {{"district", figure.at("district").as_string().c_str()},
         {"name", name},
         {"source", json::serialize(figure.at("source"))},
         {"counted", json::serialize(figure.at("counted"))},
         {"verdict", city.texts.say(city.language, fmt::format("cli.figures.{}", verdict))}});
}

}  // namespace

int figures(Environment const& here, FiguresOptions const& options) {
    auto const city = open_city(here);
    auto const store = open_database(here);
    json::array all;
    for (auto const& each : city.districts)
        for (auto& figure : figures_of(here, city, each, *store)) all.push_back(std::move(figure));
    if (options.json)
        std::cout << all << "\n";
    else
        for (auto const& figure : all) std::cout << line_of(city, figure.as_object()) << "\n";
    return done;
}

}  // namespace banshi::cli
