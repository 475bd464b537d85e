#include "cli/verify.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"
#include "cli/logs.h"
#include "engines/record/head_file.h"
#include "engines/record/verdicts.h"

namespace banshi::cli {

namespace {

void show_looked_at(std::uint64_t done, std::uint64_t size) {
    if (isatty(STDERR_FILENO)) std::cerr << "\r" << done << " / " << size << std::flush;
}

// With the audits of a log, on what one moment of its rows and entries holds.
template <class Look>
auto look_at(Environment const& here, City const& city, Store& store, std::string const& log,
             Look const& look) {
    auto const* each = city.find(log);
    auto const& district = each ? each->district : *city.own_log;
    std::optional<decltype(look(std::declval<Call&>(), record::Audits{}))> found;
    store.read_now([&](Transaction& tx) {
        Call call{machine(), here.now(), district, tx, system_random(), city.texts};
        found.emplace(look(call, audits_of(city, log)));
    });
    return std::move(*found);
}

void end_progress() {
    if (isatty(STDERR_FILENO)) std::cerr << "\n";
}

void print(City const& city, std::vector<record::Breach> const& found) {
    for (auto const& each : found)
        std::cout << "  " << city.texts.say(city.language, each.text, each.facts) << "\n";
}

bool verify_one(Environment const& here, City const& city, Store& store, std::string const& name,
                Keeping keeping) {
    auto const verdict = verify_log(here, city, store, name, show_looked_at);
    if (keeping == Keeping::kept)
        store.write_now([&](Transaction& tx) {
            record::keep_verdict(tx, name, verdict, here.now());
            return true;
        });
    end_progress();
    std::cout << city.texts.say(city.language, "cli.verify.looked",
                                {{"district", name},
                                 {"entries", std::to_string(verdict.entries)},
                                 {"nodes", std::to_string(verdict.nodes)},
                                 {"heads", std::to_string(verdict.heads)},
                                 {"breaches", std::to_string(verdict.breaches)}})
              << "\n";
    if (verdict.waiting > 0)
        std::cout << "  "
                  << city.texts.say(city.language, "cli.verify.waiting",
                                    {{"entries", std::to_string(verdict.waiting)}})
                  << "\n";
    print(city, verdict.unchecked);
    print(city, verdict.first_breaches);
    return verdict.breaches == 0;
}

}  // namespace

record::Verdict verify_log(Environment const& here, City const& city, Store& store,
                           std::string const& log, record::Progress const& progress) {
    auto known = public_log(here, log);
    known.witnesses = city.witnesses.keys();
    // Before the entries are read: what is signed meanwhile they would not hold yet.
    auto const remembered = record::HeadFile(here.log_head(log)).read();
    return look_at(here, city, store, log, [&](Call& call, record::Audits const& audits) {
        return record::verify(call, known, audits, progress, remembered);
    });
}

Result<bool> audit_log(Environment const& here, City const& city, Store& store,
                       std::string const& log, record::Range range) {
    auto const verdict =
        TRY(look_at(here, city, store, log, [&](Call& call, record::Audits const& audits) {
            return record::audit_entries(call, audits, range, show_looked_at);
        }));
    end_progress();
    std::cout << city.texts.say(city.language, "cli.log.audited",
                                {{"log", log},
                                 {"from", std::to_string(range.from)},
                                 {"to", std::to_string(range.from + verdict.entries - 1)},
                                 {"breaches", std::to_string(verdict.breaches)}})
              << "\n";
    print(city, verdict.first_breaches);
    return verdict.breaches == 0;
}

bool verify_logs(Environment const& here, City const& city, Store& store,
                 std::string const& district, Keeping keeping) {
    bool sound = true;
    for (auto const& name : names_of_logs(city))
        if (district.empty() || district == name)
            sound &= verify_one(here, city, store, name, keeping);
    return sound;
}

int verify(Environment const& here, VerifyOptions const& options) {
    auto const city = open_city(here);
    auto const logs = names_of_logs(city);
    if (!options.district.empty() && std::ranges::find(logs, options.district) == logs.end())
        return say_unknown(city, options.district, logs);
    auto const store = open_database(here);
    return verify_logs(here, city, *store, options.district, Keeping::kept) ? done : broken_record;
}

}  // namespace banshi::cli
