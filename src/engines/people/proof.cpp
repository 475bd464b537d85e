#include "engines/people/proof.h"

#include "engines/people/attempts.h"
#include "engines/people/keys.h"
#include "engines/people/second_factor_rows.h"

namespace banshi::people {

// Guessed passwords lock out passwords; they keep nobody out who comes without one.
static Result<void> check_code(Call& call, rows::AccountRow& account,
                               std::optional<std::string_view> code) {
    if (!rows::find_factor(call.tx, call.district, account.id)) return {};
    TRY(may_try(call, account));
    TRY(check_second_factor(call, account, code));
    settle(account);
    return {};
}

Result<FreshSession> log_in_by_proof(Call& call, AccountId const& id, bool strong,
                                     std::optional<std::string_view> code) {
    auto account = rows::find_account(call, id);
    if (!account || account->kind != AccountKind::staff || !account->active)
        return Refusal{Why::forbidden, "account.inactive", id.text};
    if (!strong) TRY(check_code(call, *account, code));
    account->last_log_in = call.now;
    rows::update_account(call, *account);
    auto fresh = open_session(call, id, account->kind);
    if (strong) rows::insert_strong_session(call, token_hash(fresh.token), fresh.ends);
    return fresh;
}

}  // namespace banshi::people
