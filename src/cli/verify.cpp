#include "cli/verify.h"

#include <unistd.h>

#include <array>
#include <iostream>

#include "cli/commands.h"
#include "engines/record/key.h"
#include "engines/record/verify.h"

namespace banshi::cli {

namespace {

void show_progress(std::uint64_t done, std::uint64_t size) {
    if (isatty(STDERR_FILENO)) std::cerr << "\r" << done << " / " << size << std::flush;
}

bool verify_one(Environment const& here, City const& city, Store& store, std::string const& name) {
    auto const signer = record::load_key_file(here.log_key(name));
    std::array const keys{signer.verifier()};
    record::Verdict verdict;
    store.read_now([&](Transaction& tx) {
        verdict = record::verify(tx, name, signer.verifier().name, keys, here.now(), show_progress);
    });
    if (isatty(STDERR_FILENO)) std::cerr << "\n";
    std::cout << city.texts.say(Language::zh, "cli.verify.looked",
                                {{"district", name},
                                 {"entries", std::to_string(verdict.entries)},
                                 {"nodes", std::to_string(verdict.nodes)},
                                 {"heads", std::to_string(verdict.heads)},
                                 {"breaches", std::to_string(verdict.breaches)}})
              << "\n";
    for (auto const& breach : verdict.first_breaches)
        std::cout << "  " << city.texts.say(Language::zh, breach.text, breach.facts) << "\n";
    return verdict.breaches == 0;
}

}  // namespace

bool verify_logs(Environment const& here, City const& city, Store& store,
                 std::string const& district) {
    bool sound = true;
    for (auto const& each : city.districts) {
        auto const& name = each.district.name();
        if (district.empty() || district == name) sound &= verify_one(here, city, store, name);
    }
    return sound;
}

int verify(Environment const& here, VerifyOptions const& options) {
    auto const city = open_city(here);
    auto const store = open_database(here);
    return verify_logs(here, city, *store, options.district) ? done : broken_record;
}

}  // namespace banshi::cli
