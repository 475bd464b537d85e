#pragma once
// What a district sets for accounts and notices, in config/districts/<name>/people.toml.

#include <string>
#include <string_view>
#include <vector>

#include "engines/notices/notices.h"
#include "engines/people/policy.h"
#include "engines/people/second_factor.h"

namespace banshi::accounts {

struct Settings {
    people::PasswordRules passwords;
    people::SessionRules sessions;
    people::CodeRules codes;
    notices::Policy notices;
    std::vector<people::Role> roles;
    // Roles that give nothing to staff without one; where it is not set, none does.
    std::optional<std::vector<std::string>> second_factor = {};
};

// Refuses config.* with file, line, field and what is allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::accounts
