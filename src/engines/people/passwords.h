#pragma once
// Passwords 口令: which may be chosen, and argon2id.

#include <string>
#include <string_view>

#include "base/result.h"
#include "engines/people/policy.h"

namespace banshi::people {

// Long enough, not the login, not one letter over and over; refuses account.weak_password.
Result<void> may_choose(std::string_view password, std::string_view login, PasswordRules const&,
                        std::string const& field);

std::string password_hash(std::string_view login, std::string_view password);
// The same, done where nobody waits for it: the next password_hash of this pair takes no time.
void hash_ahead(std::string_view login, std::string_view password);
// An empty hash fits no password, and takes as long to say so. Slow the first time by design; the
// last answers are remembered for each login, known or not, so that it can be asked before a
// transaction and again inside.
bool password_fits(std::string const& hash, std::string_view login, std::string_view password);

// What argon2id may cost: `interactive` in service, `least` in tests.
enum class PasswordCost { interactive, least };
void use_password_cost(PasswordCost);

}  // namespace banshi::people
