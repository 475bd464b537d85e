#include "engines/people/checked.h"

#include <fmt/format.h>

#include "engines/people/checked_rows.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "engines/people/people_rows.h"

namespace banshi::people {

using namespace std::chrono_literals;

namespace {

constexpr auto code_holds = 15min;
constexpr auto check_holds = 24h * 30;

std::string hash_of(std::string_view code) { return lookup_hash("check", code); }

}  // namespace

CheckCode begin_check(Call& call) {
    CheckCode check{{}, call.now + code_holds};
    do check.code = fmt::format("{:08}", call.random.below(100'000'000));
    while (rows::account_of_check(call, hash_of(check.code)));
    rows::put_check_code(call, hash_of(check.code), check.until);
    return check;
}

Result<Checked> check_identity(Call& call, std::string_view code, std::string_view id_number,
                               DocumentKind kind) {
    auto const account = rows::account_of_check(call, hash_of(code));
    if (!account) return Refusal{Why::not_found, "identity.code_wrong", {}, "code"};
    auto const person = find(call, id_number, kind);
    if (!person) return Refusal{Why::not_found, "person.not_found", {}, "id_number"};
    Checked const checked{*person, call.now, call.now + check_holds};
    rows::delete_other_checks(call, *person, *account);
    rows::put_checked(call, *account, checked);
    rows::insert_access(call, *person, call.texts.say(Language::zh, "people.identity_checked"));
    return checked;
}

std::optional<Checked> checked_person(Call& call, AccountId const& account) {
    return rows::find_checked(call, account);
}

void forget_checks(Call& call, PersonId const& person) { rows::delete_checks(call, person); }

}  // namespace banshi::people
