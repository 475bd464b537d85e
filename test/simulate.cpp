// Plays the city by seeds, with faults of the store, sleeps and clocks that jump; then looks
// whether anything acknowledged is lost and any invariant broken. Each seed is played twice and
// must tell the same tale.
//     simulate [--first SEED] [--seeds N] [--steps N] [--faults IN_THOUSAND] [--tell]
// On SQLite, or the PostgreSQL that BANSHI_POSTGRES names (it is emptied!).

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>

#include "cli/systems.h"
#include "engines/people/keys.h"
#include "simulation/simulator.h"

using namespace banshi;
using namespace banshi::simulation;

namespace {

Tale play(std::string const& database, Plan const& plan) {
    SeededRandom chance(plan.seed);
    people::use_keys(people::fresh_keys(chance));
    auto city = cli::read_city({.districts = "test/districts"}, cli::systems());
    if (!city) throw std::runtime_error(city.refusal().text + " " + city.refusal().detail);
    auto whole = std::move(city).value();
    return Simulator(whole, database, plan).run();
}

bool passes(std::string const& database, Plan const& plan, bool tell) {
    auto tale = play(database, plan);
    if (tell) fmt::print("{}", tale.told);
    if (tale.told != play(database, plan).told) tale.wrongs.push_back("told otherwise again");
    fmt::print("seed {}: {} deeds, {} refused, {} faults\n", plan.seed, tale.deeds, tale.refused,
               tale.faults);
    for (auto const& wrong : tale.wrongs) fmt::print("    {}\n", wrong);
    return tale.wrongs.empty();
}

}  // namespace

int main(int argc, char** argv) {
    Plan plan;
    int seeds = 1;
    bool tell = false;
    CLI::App app("Plays the city by seeds");
    app.add_option("--first", plan.seed);
    app.add_option("--seeds", seeds);
    app.add_option("--steps", plan.steps);
    app.add_option("--faults", plan.faults_in_thousand);
    app.add_flag("--tell", tell, "Print each deed and its answer");
    CLI11_PARSE(app, argc, argv);

    auto const file =
        std::filesystem::temp_directory_path() / ("simulate_" + std::to_string(getpid()) + ".db");
    auto const* postgres = std::getenv("BANSHI_POSTGRES");
    int passed = 0;
    for (int at = 0; at < seeds; ++at, ++plan.seed)
        passed += passes(postgres ? postgres : "sqlite:" + file.string(), plan, tell);
    for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    fmt::print("{} passed, {} failed\n", passed, seeds - passed);
    return passed != seeds;
}
