// Plays .scenario files against the routes, each on a fresh database: SQLite, or the PostgreSQL
// that BANSHI_POSTGRES names (it is emptied!). scenario/line.h tells the language.
//     scenario_runner [--faults SEED | --tamper REASONS] FILE...
// With a seed the store fails now and then, and what is asked again must come out the same. With a
// file of reasons each row is forged afterwards, and the verification must name it:
// tamper/matrix.h.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/systems.h"
#include "engines/people/keys.h"
#include "scenario/world.h"
#include "tamper/matrix.h"

using namespace banshi;
using namespace banshi::scenario;

namespace {

cli::City test_city() {
    auto city = cli::read_city({.districts = "test/districts"}, cli::systems());
    if (!city) throw std::runtime_error(city.refusal().text + " " + city.refusal().detail);
    return std::move(city).value();
}

// Failures in the file, each told with its line.
int play_file(std::string const& path, std::string const& database, simulation::Faults faults,
              tamper::Matrix* matrix, Plans& plans) {
    auto city = test_city();
    World world(city, database, faults);
    Kept kept;
    int failures = 0, number = 0;
    std::ifstream file(path);
    for (std::string text; std::getline(file, text);) {
        ++number;
        if (text.empty() || text[0] == '#') continue;
        std::string got;
        try {
            got = world.play(parse(text, kept, std::filesystem::path(path).parent_path()), kept);
        } catch (std::exception const& wrong) { got = wrong.what(); }
        if (got.empty()) continue;
        std::printf("%s:%d: got %s\n    %s\n", path.c_str(), number, got.c_str(), text.c_str());
        ++failures;
    }
    for (auto const& breach : world.breaches()) {
        std::printf("%s: %s\n", path.c_str(), breach.c_str());
        ++failures;
    }
    if (matrix) matrix->try_all(world, path);
    plans.add(world.plans());
    return failures;
}

}  // namespace

int main(int argc, char** argv) {
    auto const file =
        std::filesystem::temp_directory_path() / ("scenario_" + std::to_string(getpid()) + ".db");
    auto const* postgres = std::getenv("BANSHI_POSTGRES");
    people::use_keys(people::fresh_keys(system_random()));

    simulation::Faults faults;
    int first = 1;
    if (argc > 2 && std::string_view(argv[1]) == "--faults") {
        faults = {std::stoull(argv[2]), 150};
        first = 3;
    }
    std::string reasons;
    if (argc > 2 && std::string_view(argv[1]) == "--tamper") {
        reasons = argv[2];
        first = 3;
    }
    tamper::Matrix matrix;
    Plans plans;
    int passed = 0, failed = 0;
    for (int at = first; at < argc; ++at)
        ++(play_file(argv[at], postgres ? postgres : "sqlite:" + file.string(), faults,
                     reasons.empty() ? nullptr : &matrix, plans)
               ? failed
               : passed);
    if (!reasons.empty()) ++(matrix.agrees_with(reasons) ? passed : failed);
    if (!postgres) {
        auto const walks = plans.walks(file.string());
        for (auto const& each : walks) std::printf("%s\n", each.c_str());
        ++(walks.empty() ? passed : failed);
    }
    for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
