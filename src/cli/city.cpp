#include "cli/city.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <system_error>

#include "base/config.h"
#include "base/festivals.h"
#include "cli/map_file.h"
#include "cli/rights.h"
#include "engines/people/place.h"
#include "engines/people/policy.h"
#include "engines/record/logs.h"

namespace banshi::cli {

namespace fs = std::filesystem;

BOOST_DESCRIBE_STRUCT(DistrictSetting, (), (city, name, name_en, code, zone, systems, told))

std::string read_file(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::system_error(errno, std::generic_category(), path.string());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

static std::set<fs::path> files_in(fs::path const& folder, std::string const& ending) {
    std::set<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ending) files.insert(entry.path());
    return files;
}

Texts read_texts(fs::path const& folder) {
    Texts texts;
    for (auto const& [language, name] : {std::pair{Language::zh, "zh"}, {Language::en, "en"}})
        for (auto const& path : files_in(folder / name, ".toml"))
            texts.add(language, read_file(path), path.string());
    return texts;
}

std::shared_ptr<WorkCalendar const> read_calendars(fs::path const& folder) {
    auto calendar = std::make_shared<WorkCalendar>();
    for (auto const& path : files_in(folder, ".toml"))
        calendar->add_year(read_file(path), path.string());
    return calendar;
}

static Festivals read_festivals(fs::path const& folder) {
    Festivals festivals;
    for (auto const& path : files_in(folder, ".toml"))
        festivals.add_year(read_file(path), path.string());
    return festivals;
}

CityDistrict const* City::find(std::string_view name) const {
    auto const found = std::ranges::find(
        districts, name, [](auto const& each) -> auto const& { return each.district.name(); });
    return found == districts.end() ? nullptr : &*found;
}

std::vector<std::string> names_of_districts(City const& city) {
    std::vector<std::string> names;
    for (auto const& each : city.districts) names.push_back(each.district.name());
    return names;
}

static Refusal placed(std::string const& why, fs::path const& file, std::string const& field,
                      std::string const& allowed) {
    return {Why::invalid,
            why,
            field,
            field,
            {{"file", file.string()}, {"line", "1"}, {"field", field}, {"allowed", allowed}}};
}

static std::string names_of(std::vector<System> const& systems) {
    std::string names;
    for (auto const& system : systems) names += (names.empty() ? "" : ", ") + system.name;
    return names;
}

static std::vector<people::Division> read_divisions(fs::path const& folder) {
    std::vector<people::Division> all;
    if (!fs::exists(folder)) return all;  // a city without a tree below its districts
    for (auto const& path : files_in(folder, ".csv"))
        std::ranges::move(people::read_divisions(read_file(path), path.string()),
                          std::back_inserter(all));
    return all;
}

// Of the whole city; each of its districts finds its own by their codes.
static people::EnglishNames read_english_names(fs::path const& divisions) {
    people::EnglishNames all;
    if (divisions.empty() || !fs::exists(divisions / "en")) return all;
    for (auto const& path : files_in(divisions / "en", ".csv"))
        all.merge(people::read_english_names(read_file(path), path.string()));
    return all;
}

// Addresses of the house and words of the logs, beside which the districts' names stand.
static constexpr std::array<std::string_view, 11> reserved{
    record::city_log, "api",   "log",  "tile",    "checkpoint", "proof",
    "consistency",    "entry", "keys", "receipt", "verify"};

static Result<CityDistrict> read_district(fs::path const& folder,
                                          std::shared_ptr<WorkCalendar const> const& calendar,
                                          std::vector<people::Division> const& divisions,
                                          people::EnglishNames const& english,
                                          std::vector<System> const& systems) {
    auto const file = folder / "district.toml";
    if (std::ranges::find(reserved, folder.filename()) != reserved.end())
        return placed("config.choice", file, "name", "other names");
    auto const setting = TRY(config::read<DistrictSetting>(read_file(file), file.string()));
    auto const map = TRY(read_map(folder));
    CityDistrict each{{folder.filename().string(), Zone{setting.zone}, calendar}, setting, {}};
    each.district.set(people::Place{setting.city.value_or(""), setting.name, setting.code,
                                    people::divisions_below(divisions, setting.code), map,
                                    english});
    for (auto const& name : setting.systems) {
        auto const system = std::ranges::find(systems, name, &System::name);
        if (system == systems.end())
            return placed("config.choice", file, "systems", names_of(systems));
        each.systems.push_back(&*system);
        if (!system->configure) continue;
        auto const own = folder / (name + ".toml");
        if (!fs::exists(own)) return placed("config.missing", own, name, "TOML");
        TRY(system->configure(each.district, read_file(own), own.string()));
    }
    if (auto const people = folder / "people.toml"; each.district.has<people::Policy>())
        TRY(check_rights(each.district.policy<people::Policy>().roles, systems, read_file(people),
                         people.string()));
    return each;
}

Result<City> read_city(Folders const& folders, std::vector<System> systems) {
    City city{read_texts(folders.text), std::move(systems), {}, {}, nullptr};
    auto const calendar = read_calendars(folders.calendars);
    auto const divisions = read_divisions(folders.divisions);
    auto const english = read_english_names(folders.divisions);
    std::set<fs::path> found;
    for (auto const& entry : fs::directory_iterator(folders.districts))
        if (entry.is_directory()) found.insert(entry.path());
    for (auto const& folder : found)
        city.districts.push_back(
            TRY(read_district(folder, calendar, divisions, english, city.systems)));
    if (!city.districts.empty())
        city.own_log = std::make_unique<District>(record::city_log,
                                                  city.districts.front().district.zone(), calendar);
    CityMembers members;
    for (auto const& each : city.districts) members.districts.push_back(&each.district);
    auto const festivals = read_festivals(folders.calendars);
    for (auto& each : city.districts) {
        each.district.set(members);
        each.district.set(festivals);
    }
    return city;
}

void say(City const& city, char const* key, Facts const& facts) {
    std::cerr << city.texts.say(city.language, key, facts) << "\n";
}

}  // namespace banshi::cli
