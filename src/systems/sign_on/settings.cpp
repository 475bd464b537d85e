#include "systems/sign_on/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/wrong_setting.h"

namespace banshi::sign_on {

BOOST_DESCRIBE_ENUM(Protocol, oidc, cas)
BOOST_DESCRIBE_ENUM(Factor, ours, theirs)
BOOST_DESCRIBE_STRUCT(Provider, (),
                      (id, protocol, name, name_en, url, client, secret, second_factor, acr, amr))
BOOST_DESCRIBE_STRUCT(Settings, (), (providers))

namespace {

// A name that is the same on every file system, and leads to no other folder.
bool is_plain(std::string const& text) {
    return !text.empty() && text.front() != '.' && std::ranges::all_of(text, [](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) || c == '-' || c == '_' || c == '.');
    });
}

using config::Wrong;

// The field that is wrong and what it may be.
Wrong wrong(Provider const& one, std::string const& place) {
    auto const at = [&](char const* field, char const* allowed) {
        return std::pair{place + field, std::string(allowed)};
    };
    if (!is_plain(one.id)) return at("id", "a-z 0-9 - _ .");
    if (!is_safe(one.url) || one.url.ends_with('/'))
        return at("url", "https://..., http://127.0.0.1..., without / at its end");
    bool const oidc = one.protocol == Protocol::oidc;
    if (oidc != bool(one.client)) return at("client", oidc ? "client_id" : "only oidc");
    if (one.secret && (!oidc || !is_plain(*one.secret))) return at("secret", "a-z 0-9 - _ .");
    bool const theirs = oidc && one.second_factor == Factor::theirs;
    if (one.acr && !theirs) return at("acr", "oidc, second_factor = \"theirs\"");
    if (one.amr && !theirs) return at("amr", "oidc, second_factor = \"theirs\"");
    return {};
}

}  // namespace

bool is_safe(std::string_view url) {
    for (std::string_view const start : {"https://", "http://127.0.0.1:", "http://127.0.0.1/"})
        if (url.starts_with(start) && url.size() > start.size())
            return std::ranges::none_of(url, [](unsigned char c) { return c <= 0x20 || c > 0x7e; });
    return false;
}

Provider const* Settings::find(std::string_view id) const {
    auto const found = std::ranges::find(providers, id, &Provider::id);
    return found == providers.end() ? nullptr : &*found;
}

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    Wrong found;
    std::set<std::string> ids, urls;
    for (std::size_t at = 0; at < settings.providers.size() && !found; ++at) {
        auto const& one = settings.providers[at];
        auto const place = fmt::format("providers[{}].", at);
        found = wrong(one, place);
        if (!found && !ids.insert(one.id).second) found = std::pair{place + "id", "!= " + one.id};
        if (!found && !urls.insert(one.url).second)
            found = std::pair{place + "url", "!= " + one.url};
    }
    if (!found) return settings;
    return config::refused(found, toml, file, shape::schema<Settings>());
}

}  // namespace banshi::sign_on
