#include "engines/people/account_rows.h"
#include "store/store.h"

namespace banshi::people::rows {

std::optional<SessionOfAccount> find_session(Transaction& tx, District const& district,
                                             std::string const& token) {
    return tx.one<SessionOfAccount>(
        "SELECT a.id, a.kind, a.name, a.person, a.active, s.csrf, s.seen_at, s.idles_at, s.ends_at "
        "FROM sessions s JOIN accounts a ON a.district = s.district AND a.id = s.account "
        "WHERE s.district = ? AND s.token = ?",
        district.name(), token);
}

void insert_session(Call& call, SessionRow const& session) {
    call.tx.run(
        "INSERT INTO sessions (district, token, account, csrf, opened_at, seen_at, idles_at, "
        "ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), session.token, session.account, session.csrf, session.opened_at,
        session.seen_at, session.idles_at, session.ends_at);
}

void move_session(Transaction& tx, District const& district, std::string const& token,
                  Instant seen_at, Instant seen_before) {
    tx.run(
        "UPDATE sessions SET idles_at = idles_at + (? - seen_at), seen_at = ? "
        "WHERE district = ? AND token = ? AND seen_at <= ?",
        seen_at, seen_at, district.name(), token, seen_before);
}

void delete_session(Call& call, std::string const& token) {
    call.tx.run("DELETE FROM sessions WHERE district = ? AND token = ?", call.district.name(),
                token);
}

void delete_sessions(Call& call, AccountId const& account) {
    call.tx.run("DELETE FROM sessions WHERE district = ? AND account = ?", call.district.name(),
                account);
}

void delete_sessions_ended(Call& call, Instant before, int limit) {
    call.tx.run(
        "DELETE FROM sessions WHERE district = ? AND token IN "
        "(SELECT token FROM sessions WHERE district = ? AND ends_at < ? LIMIT ?)",
        call.district.name(), call.district.name(), before, limit);
}

std::optional<CodeRow> find_code(Call& call, std::string const& phone_lookup) {
    return call.tx.one<CodeRow>(
        "SELECT phone_lookup, code, sent_at, ends_at, tries, day, sent_today FROM phone_codes "
        "WHERE district = ? AND phone_lookup = ?",
        call.district.name(), phone_lookup);
}

void put_code(Call& call, CodeRow const& row) {
    call.tx.run(
        "INSERT INTO phone_codes (district, phone_lookup, code, sent_at, ends_at, tries, day, "
        "sent_today) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, phone_lookup) DO UPDATE SET code = excluded.code, "
        "sent_at = excluded.sent_at, ends_at = excluded.ends_at, tries = excluded.tries, "
        "day = excluded.day, sent_today = excluded.sent_today",
        call.district.name(), row.phone_lookup, row.code, row.sent_at, row.ends_at, row.tries,
        row.day, row.sent_today);
}

void delete_codes_ended(Call& call, Instant before, int limit) {
    call.tx.run(
        "DELETE FROM phone_codes WHERE district = ? AND phone_lookup IN "
        "(SELECT phone_lookup FROM phone_codes WHERE district = ? AND ends_at < ? LIMIT ?)",
        call.district.name(), call.district.name(), before, limit);
}

}  // namespace banshi::people::rows
