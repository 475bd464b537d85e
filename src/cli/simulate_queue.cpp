#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "engines/tickets/simulate.h"

namespace banshi::cli {

namespace {

constexpr char const* unstable =
    "unstable: at least as many come as the windows can serve, and the line only grows";

json::object shown(tickets::Waits const& waits) {
    json::object out{{"tickets", waits.tickets},
                     {"mean_minutes", waits.mean_minutes},
                     {"p50_minutes", waits.p50_minutes},
                     {"p90_minutes", waits.p90_minutes},
                     {"share_within_target", waits.share_within_target}};
    if (waits.half_width_minutes) out["half_width_minutes"] = *waits.half_width_minutes;
    return out;
}

void print(char const* who, tickets::Waits const& waits) {
    std::cout << fmt::format("{:<10} {:>9} {:>9.3f} ± {:<7.3f} {:>8.2f} {:>8.2f}\n", who,
                             waits.tickets, waits.mean_minutes,
                             waits.half_width_minutes.value_or(0), waits.p50_minutes,
                             waits.p90_minutes);
}

}  // namespace

int simulate_queue(Environment const& here, SimulateOptions const& options) {
    tickets::SimulationIn in{};
    in.hours = {{options.walkins, options.booked, options.windows}};
    in.service_minutes = options.minutes;
    in.rules.head_start = Minutes{options.boost};
    in.tickets = options.tickets;
    in.seed = options.seed;
    auto const out = tickets::simulate(in);
    if (!out) {
        auto const texts = read_texts(here.folders.text);
        std::cerr << texts.say(here.language, "refusal." + out.refusal().text, out.refusal().facts)
                  << "\n";
        return misused;
    }
    auto const& result = out.value();
    if (!result.stable) {
        // A line that only grows has no mean: whatever was counted would be a matter of when it
        // ended.
        std::cout << (options.json ? R"({"stable":false})" : unstable) << "\n";
        return done;
    }
    if (options.json) {
        std::cout << json::object{{"walkin", shown(result.walkin)},
                                  {"booked", shown(result.booked)},
                                  {"all", shown(result.all)},
                                  {"stable", result.stable}}
                  << "\n";
        return done;
    }
    std::cout << fmt::format("{:<10} {:>9} {:>9}   {:<7} {:>8} {:>8}\n", "", "tickets", "mean min",
                             "95 %", "P50", "P90");
    print("walk-in", result.walkin);
    print("booked", result.booked);
    print("all", result.all);
    return done;
}

}  // namespace banshi::cli
