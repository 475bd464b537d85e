#pragma once
// The rows behind second_factor.h; for this engine alone.

#include "engines/people/account_rows.h"

namespace banshi::people {

// The code that belongs to a right password. Refuses account.code_needed where none came,
// account.wrong_code and account.locked as a wrong password, account.code_used.
Result<void> check_second_factor(Call&, rows::AccountRow const&,
                                 std::optional<std::string_view> code);

namespace rows {

struct FactorRow {
    std::string secret;  // sealed
    std::optional<Instant> confirmed_at;
    std::int64_t last_step;
};
std::optional<FactorRow> find_factor(Transaction&, District const&, AccountId const&);
void put_factor(Call&, AccountId const&, FactorRow const&);
void delete_factor(Call&, AccountId const&);
std::vector<AccountId> list_confirmed(Call&);

void insert_recovery_code(Call&, AccountId const&, std::string const& hash);
bool delete_recovery_code(Call&, AccountId const&, std::string const& hash);
int count_recovery_codes(Call&, AccountId const&);

// Sessions that had their second factor elsewhere.
void insert_strong_session(Call&, std::string const& token, Instant ends_at);
bool is_strong_session(Transaction&, District const&, std::string const& token);
void delete_strong_sessions_ended(Call&, Instant before, int limit);

void delete_other_sessions(Call&, AccountId const&, std::string const& kept);

}  // namespace rows
}  // namespace banshi::people
