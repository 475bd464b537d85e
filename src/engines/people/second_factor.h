#pragma once
// The second factor 动态口令 of a staff account: beside the password a code of an authenticator
// app, or for the day the phone is lost one of ten recovery codes 恢复码, each good once.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/call.h"

namespace banshi::people {

// What a district sets in people.toml: roles that give nothing to staff without a second factor.
struct SecondFactorRules {
    std::vector<std::string> roles;
};

struct SecondFactor {
    bool on;
    bool required;       // by a role of the account
    int recovery_codes;  // left
};
SecondFactor second_factor_of(Call&);

struct FreshFactor {
    std::string secret;  // base32, to be typed where no camera is
    std::string uri;     // otpauth://, to be shown as a code
};
// Of the actor's own account. Begins anew as long as it was not confirmed. Refuses
// account.wrong_password, account.locked, account.factor_on.
Result<FreshFactor> begin_second_factor(Call&, std::string_view password);
// With the first code of the app it holds, and all other sessions of the account end. Gives the
// recovery codes, told once. Refuses account.no_factor, account.wrong_code.
Result<std::vector<std::string>> confirm_second_factor(Call&, std::string_view code);
// Refuses account.factor_required, and as a log-in does.
Result<void> end_second_factor(Call&, std::string_view password, std::string_view code);
// By an administrator, for who lost phone and codes; ends all sessions of the account.
Result<void> remove_second_factor(Call&, AccountId const&);

std::set<AccountId> with_second_factor(Call&);
// A role of the account asks for a second factor that it does not have.
bool lacks_second_factor(Transaction&, District const&, AccountId const&);

}  // namespace banshi::people
