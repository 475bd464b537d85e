// A new sealing key 换密钥: from now on it seals what identifies a person, and all that older keys
// sealed is sealed anew. Whatever stops it, the same command goes on from there.

#include <iostream>

#include "cli/commands.h"
#include "engines/people/keys.h"
#include "store/copy.h"
#include "store/reseal.h"

namespace banshi::cli {

namespace {

std::vector<std::string> older_ids(people::Keys const& keys) {
    std::vector<std::string> ids;
    for (auto const& key : keys.sealing)
        if (key.id != keys.sealing.back().id) ids.push_back(key.id + ":");
    return ids;
}

// By what opens with an older key, and not by how it looks: a citizen may write "1:" too.
std::optional<std::string> opened(std::string const& sealed) try {
    return people::unseal(sealed);
} catch (std::runtime_error const&) { return std::nullopt; }

std::optional<std::string> sealed_anew(std::string const& sealed) {
    auto const plain = opened(sealed);
    if (!plain) return {};
    return people::seal(*plain, system_random());
}

std::int64_t seal_anew(City const& city, Environment const& here, people::Keys const& keys) {
    return reseal(here.database,
                  {older_ids(keys), sealed_anew, [&](std::string const& table, std::int64_t count) {
                       say(city, "cli.rotate_keys.table",
                           {{"table", table}, {"count", std::to_string(count)}});
                   }});
}

}  // namespace

int rotate_keys(Environment const& here, RotateOptions const& options) {
    auto const city = open_city(here);
    if (presence_of(here.database) == Presence::used)
        return say(city, "cli.rotate_keys.used", {}, misused);
    open_database(here);  // brought to this program's version, and closed again
    auto keys = people::read_key_file(here.keys());
    // A run that was stopped has its key already.
    bool const unfinished = keys.sealing.size() > 1 &&
                            holds_text(here.database, older_ids(keys), [](std::string const& text) {
                                return opened(text).has_value();
                            });
    if (!options.forget_old) {
        if (!unfinished) {
            keys = people::rotated(std::move(keys), system_random());
            people::replace_key_file(here.keys(), keys);
            people::use_keys(keys);
        }
        auto const count = seal_anew(city, here, keys);
        return say(city, "cli.rotate_keys.done",
                   {{"count", std::to_string(count)}, {"key", keys.sealing.back().id}}, done);
    }
    if (unfinished) return say(city, "cli.rotate_keys.unfinished", {}, misused);
    keys.sealing.erase(keys.sealing.begin(), keys.sealing.end() - 1);
    people::replace_key_file(here.keys(), keys);
    return say(city, "cli.rotate_keys.forgotten", {{"key", keys.sealing.back().id}}, done);
}

}  // namespace banshi::cli
