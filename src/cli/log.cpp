// The public logs by hand: what a mirror, a new key or an erasure needs.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"
#include "cli/logs.h"
#include "cli/verify.h"
#include "engines/people/people.h"
#include "engines/record/browse.h"
#include "engines/record/export.h"
#include "engines/record/sm2.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

District const& district_of(City const& city, std::string const& log) {
    auto const* each = city.find(log);
    return each ? each->district : *city.own_log;
}

int refused(City const& city, Refusal const& refusal) {
    std::cerr << city.texts.say(city.language, "refusal." + refusal.text, refusal.facts) << "\n";
    return failed;
}

bool read_end(std::string const& word, std::uint64_t& end) {
    if (word.empty()) return true;
    auto const* const last = word.data() + word.size();
    auto const [read_to, error] = std::from_chars(word.data(), last, end);
    return error == std::errc{} && read_to == last;
}

int audit_entries(Environment const& here, City const& city, LogOptions const& options) {
    record::Range range;
    if (!read_end(options.argument, range.from) || !read_end(options.to, range.to))
        return say(city, "cli.log.range_unread", {}, misused);
    auto const sound = audit_log(here, city, *open_database(here), options.log, range);
    if (!sound)
        return say(city, ("refusal." + sound.refusal().text).c_str(), sound.refusal().facts,
                   misused);
    return sound.value() ? done : broken_record;
}

int export_files(Environment const& here, City const& city, LogOptions const& options) {
    if (options.argument.empty()) return say(city, "cli.log.folder_missing", {}, misused);
    std::optional<Result<std::uint64_t>> files;
    open_database(here)->read_now(
        [&](Transaction& tx) { files = record::export_log(tx, options.log, options.argument); });
    if (!*files) return refused(city, files->refusal());
    return say(city, "cli.log.exported",
               {{"count", std::to_string(files->value())}, {"folder", options.argument}}, done);
}

// The entry names the new key before the first signature by it.
int new_key(Environment const& here, City const& city, LogOptions const& options) {
    auto const path = next_log_key(here, options.log);
    auto const origin = log_signers(here, options.log).front().verifier().name;
    auto const fresh =
        record::make_key_file(path, origin, record::KeyKind::log, system_random()).verifier();
    open_database(here)->write_now([&](Transaction& tx) {
        Call call{machine(), here.now(),      district_of(city, options.log),
                  tx,        system_random(), city.texts};
        record::append(call, record::LogKey{fresh});
        return true;
    });
    return say(city, "cli.log.new_key", {{"key", written(fresh)}, {"path", path.string()}}, done);
}

int retire_key(Environment const& here, City const& city, LogOptions const& options) {
    auto const signers = log_signers(here, options.log);
    if (signers.size() < 2) return say(city, "cli.log.last_key", {}, misused);
    auto const key = written(signers.front().verifier());
    // The public half first: heads that it signed stay valid for ever.
    std::ofstream(here.retired_log_keys(options.log), std::ios::app) << key << std::endl;
    fs::remove(oldest_log_key(here, options.log));
    return say(city, "cli.log.retired_key", {{"key", key}}, done);
}

int add_sm2(Environment const& here, City const& city, LogOptions const& options) {
    auto const path = here.sm2_log_key(options.log);
    if (fs::exists(path)) return say(city, "cli.log.has_sm2", {{"path", path.string()}}, misused);
    auto const origin = log_signers(here, options.log).front().verifier().name;
    auto const key = record::Sm2Signer::make(path, origin).verifier();
    return say(city, "cli.log.new_key", {{"key", key}, {"path", path.string()}}, done);
}

int print_keys(Environment const& here, LogOptions const& options) {
    auto const log = public_log(here, options.log);
    for (auto const& key : log.keys) std::cout << written(key) << "\n";
    if (auto const path = here.sm2_log_key(options.log); fs::exists(path))
        std::cout << record::Sm2Signer::load(path, log.origin).verifier() << "\n";
    return done;
}

int forget(Environment const& here, City const& city, LogOptions const& options) {
    auto const* each = city.find(options.log);
    if (!each || options.argument.empty()) return say(city, "cli.log.reason_missing", {}, misused);
    std::string id_number;
    std::getline(std::cin, id_number);
    bool found = false;
    open_database(here)->write_now([&](Transaction& tx) {
        Call call{machine(), here.now(), each->district, tx, system_random(), city.texts};
        auto const person = people::find(call, id_number);
        found = person.has_value();
        if (!found) return false;
        record::forget(tx, options.log, *person);
        people::erase(call, *person);
        record::note_erasure(call, options.argument);
        return true;
    });
    return found ? say(city, "cli.log.forgotten", {}, done)
                 : say(city, "refusal.person.not_found", {}, failed);
}

}  // namespace

int log(Environment const& here, LogOptions const& options) {
    auto const city = open_city(here);
    auto const logs = names_of_logs(city);
    if (std::ranges::find(logs, options.log) == logs.end())
        return say_unknown(city, options.log, names_of_logs(city));
    if (options.action == "audit") return audit_entries(here, city, options);
    if (!options.to.empty())
        return say(city, "cli.log.word_too_many", {{"word", options.to}}, misused);
    if (options.action == "export") return export_files(here, city, options);
    if (options.action == "keys") return print_keys(here, options);
    if (options.action == "add-sm2") return add_sm2(here, city, options);
    if (options.action == "new-key") return new_key(here, city, options);
    if (options.action == "retire-key") return retire_key(here, city, options);
    return forget(here, city, options);
}

}  // namespace banshi::cli
