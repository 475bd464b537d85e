#pragma once
// What a district sets for accounts and notices, in config/districts/<name>/people.toml.

#include <string>
#include <string_view>
#include <vector>

#include "engines/notices/notices.h"
#include "engines/people/policy.h"

namespace banshi::accounts {

struct Settings {
    people::PasswordRules passwords;
    people::SessionRules sessions;
    people::CodeRules codes;
    notices::Policy notices;
    std::vector<people::Role> roles;
};

// Refuses config.* with file, line, field and what is allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::accounts
