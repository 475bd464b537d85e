#include "systems/accounts/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/wrong_setting.h"

namespace banshi::accounts {

BOOST_DESCRIBE_STRUCT(Settings, (), (passwords, sessions, codes, notices, roles, second_factor))

namespace {

struct Bound {
    std::string field;
    int value, least, most;
};

std::vector<Bound> bounds(Settings const& all) {
    auto const& [passwords, sessions, codes, notices, roles, second_factor] = all;
    return {
        {"passwords.least_length", passwords.least_length, 8, 64},
        {"passwords.tries", passwords.tries, 1, 20},
        {"passwords.tries_minutes", passwords.tries_minutes, 1, 24 * 60},
        {"passwords.lock_minutes", passwords.lock_minutes, 1, 24 * 60},
        {"sessions.staff_idle_minutes", sessions.staff_idle_minutes, 5, 24 * 60},
        {"sessions.staff_hours", sessions.staff_hours, 1, 24},
        {"sessions.citizen_days", sessions.citizen_days, 1, 90},
        {"sessions.device_days", sessions.device_days, 1, 3660},
        {"codes.minutes", codes.minutes, 1, 30},
        {"codes.tries", codes.tries, 1, 10},
        {"codes.gap_seconds", codes.gap_seconds, 10, 600},
        {"codes.a_day", codes.a_day, 1, 50},
        {"notices.a_minute", notices.a_minute, 1, 100'000},
        {"notices.burst", notices.burst, 1, 100'000},
        {"notices.most_attempts", notices.most_attempts, 1, 20},
        {"notices.staff.robot_a_minute", notices.staff.robot_a_minute, 1, 1'000},
    };
}

using config::Wrong;

// A name that is the same on every file system, and leads to no other folder.
bool is_file_name(std::string const& text) {
    return !text.empty() && text.front() != '.' && std::ranges::all_of(text, [](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) || c == '-' || c == '_' || c == '.');
    });
}

Wrong wrong_notices(notices::Policy const& notices) {
    using notices::Channel;
    auto const& staff = notices.staff;
    if (staff.to < staff.from) return std::pair{"notices.staff.to", std::string(">= from")};
    bool const known = std::ranges::all_of(staff.channels, [](Channel channel) {
        return channel == Channel::sms || channel == Channel::email;
    });
    if (staff.channels.empty() || !known)
        return std::pair{"notices.staff.channels", std::string("sms, email")};
    std::set<std::string> seen;
    for (std::size_t at = 0; at < notices.robots.size(); ++at) {
        auto const& [name, channel, node, secret] = notices.robots[at];
        auto const field = [at](char const* part) {
            return fmt::format("notices.robots[{}].{}", at, part);
        };
        if (!is_file_name(name) || !seen.insert(name).second)
            return std::pair{field("name"), std::string("a-z 0-9 - _ ., != " + name)};
        if (channel != Channel::wecom && channel != Channel::dingtalk)
            return std::pair{field("channel"), std::string("wecom, dingtalk")};
        if (!node.starts_with('/')) return std::pair{field("node"), std::string("/...")};
        if (!is_file_name(secret)) return std::pair{field("secret"), std::string("a-z 0-9 - _ .")};
    }
    return {};
}

// The field that is wrong and what it may be.
Wrong wrong(Settings const& settings) {
    for (auto const& [field, value, least, most] : bounds(settings))
        if (value < least || value > most)
            return std::pair{field, fmt::format("{}..{}", least, most)};
    if (auto found = wrong_notices(settings.notices)) return found;
    std::set<std::string> seen;
    for (std::size_t at = 0; at < settings.roles.size(); ++at)
        if (auto const& id = settings.roles[at].id; id.empty() || !seen.insert(id).second)
            return std::pair{fmt::format("roles[{}].id", at), std::string("!= " + id)};
    for (auto const& role : settings.second_factor.value_or(std::vector<std::string>{}))
        if (!seen.contains(role)) return std::pair{"second_factor", std::string("roles[].id")};
    return {};
}

}  // namespace

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    auto const found = wrong(settings);
    if (!found) return settings;
    return config::refused(found, toml, file, shape::schema<Settings>());
}

}  // namespace banshi::accounts
