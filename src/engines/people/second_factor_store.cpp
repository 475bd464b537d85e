#include "engines/people/second_factor_rows.h"
#include "store/store.h"

namespace banshi::people::rows {

std::optional<FactorRow> find_factor(Transaction& tx, District const& district,
                                     AccountId const& account) {
    return tx.one<FactorRow>(
        "SELECT secret, confirmed_at, last_step FROM second_factors "
        "WHERE district = ? AND account = ?",
        district.name(), account);
}

void put_factor(Call& call, AccountId const& account, FactorRow const& factor) {
    call.tx.run(
        "INSERT INTO second_factors (district, account, secret, confirmed_at, last_step) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, account) DO UPDATE SET "
        "secret = excluded.secret, confirmed_at = excluded.confirmed_at, "
        "last_step = excluded.last_step",
        call.district.name(), account, factor.secret, factor.confirmed_at, factor.last_step);
}

void delete_factor(Call& call, AccountId const& account) {
    call.tx.run("DELETE FROM second_factors WHERE district = ? AND account = ?",
                call.district.name(), account);
    call.tx.run("DELETE FROM recovery_codes WHERE district = ? AND account = ?",
                call.district.name(), account);
}

std::vector<AccountId> list_confirmed(Call& call) {
    return call.tx.all<AccountId>(
        "SELECT account FROM second_factors WHERE district = ? AND confirmed_at IS NOT NULL",
        call.district.name());
}

void insert_recovery_code(Call& call, AccountId const& account, std::string const& hash) {
    call.tx.run("INSERT INTO recovery_codes (district, account, code) VALUES (?, ?, ?)",
                call.district.name(), account, hash);
}

bool delete_recovery_code(Call& call, AccountId const& account, std::string const& hash) {
    return call.tx.changed(
               "DELETE FROM recovery_codes WHERE district = ? AND account = ? AND code = ?",
               call.district.name(), account, hash) == 1;
}

int count_recovery_codes(Call& call, AccountId const& account) {
    return call.tx
        .one<int>("SELECT COUNT(*) FROM recovery_codes WHERE district = ? AND account = ?",
                  call.district.name(), account)
        .value();
}

void insert_strong_session(Call& call, std::string const& token, Instant ends_at) {
    call.tx.run("INSERT INTO strong_sessions (district, token, ends_at) VALUES (?, ?, ?)",
                call.district.name(), token, ends_at);
}

bool is_strong_session(Transaction& tx, District const& district, std::string const& token) {
    return tx
        .one<std::string>("SELECT token FROM strong_sessions WHERE district = ? AND token = ?",
                          district.name(), token)
        .has_value();
}

void delete_strong_sessions_ended(Call& call, Instant before, int limit) {
    call.tx.run(
        "DELETE FROM strong_sessions WHERE district = ? AND token IN "
        "(SELECT token FROM strong_sessions WHERE district = ? AND ends_at < ? LIMIT ?)",
        call.district.name(), call.district.name(), before, limit);
}

void delete_other_sessions(Call& call, AccountId const& account, std::string const& kept) {
    call.tx.run("DELETE FROM sessions WHERE district = ? AND account = ? AND token <> ?",
                call.district.name(), account, kept);
}

}  // namespace banshi::people::rows
