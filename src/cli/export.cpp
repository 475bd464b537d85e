#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

struct Wanted {
    CityDistrict const* district;
    Deed const* deed;
    std::string format;
};

std::vector<Wanted> wanted_of(City const& city, ExportOptions const& options) {
    std::vector<std::string> formats{options.format};
    if (options.format == "all") formats = {"journal", "beancount", "workbook", "pdf"};
    std::vector<Wanted> wanted;
    for (auto const& each : city.districts) {
        auto const& name = each.district.name();
        auto const* deed = deed_of(each, "export_books");
        if (!deed || (!options.district.empty() && options.district != name)) continue;
        for (auto const& format : formats) wanted.push_back({&each, deed, format});
    }
    return wanted;
}

Result<File> made(Environment const& here, City const& city, Store& store, Wanted const& wanted,
                  int year) {
    json::object form{{"format", wanted.format}};
    if (year != 0) form["year"] = year;
    std::optional<Result<Answer>> answer;
    store.read_now([&](Transaction& tx) {
        answer = done_by_machine(*wanted.deed, here, city, wanted.district->district, tx, form);
    });
    return TRY(std::move(*answer)).file.value();
}

int write_one(City const& city, std::string const& district, File const& file,
              std::string const& to) {
    if (to.empty()) {
        std::cout << file.bytes << std::flush;
        return std::cout ? done : failed;
    }
    auto const path = fs::path(to) / (district + "-" + file.name);
    std::ofstream out(path, std::ios::binary);
    out << file.bytes;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path.string());
    return say(city, "cli.export.written", {{"path", path.string()}}, done);
}

}  // namespace

int export_books(Environment const& here, ExportOptions const& options) {
    auto const city = open_city(here);
    if (!options.district.empty() && !city.find(options.district))
        return say_unknown(city, options.district, names_of_districts(city));
    auto const store = open_database(here);
    auto const wanted = wanted_of(city, options);
    if (wanted.empty()) return say(city, "cli.export.none", {}, misused);
    if (options.to.empty() && wanted.size() > 1) return say(city, "cli.export.one", {}, misused);
    if (!options.to.empty()) fs::create_directories(options.to);
    for (auto const& each : wanted) {
        auto const file = made(here, city, *store, each, options.year);
        if (!file)
            return say(city, ("refusal." + file.refusal().text).c_str(), file.refusal().facts,
                       failed);
        auto const code = write_one(city, each.district->district.name(), file.value(), options.to);
        if (code != done) return code;
    }
    return done;
}

}  // namespace banshi::cli
