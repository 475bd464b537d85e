#include "store/store.h"
#include "systems/sign_on/rows.h"

namespace banshi::sign_on::rows {

std::optional<Link> find_link(Call& call, std::string const& issuer, std::string const& subject) {
    return call.tx.one<Link>(
        "SELECT issuer, subject, account, linked_at FROM sign_on_links "
        "WHERE district = ? AND issuer = ? AND subject = ?",
        call.district.name(), issuer, subject);
}

std::vector<Link> list_links(Call& call, AccountId const& account) {
    return call.tx.all<Link>(
        "SELECT issuer, subject, account, linked_at FROM sign_on_links "
        "WHERE district = ? AND account = ? ORDER BY linked_at",
        call.district.name(), account);
}

bool insert_link(Call& call, Link const& link) {
    return call.tx.changed(
               "INSERT INTO sign_on_links (district, issuer, subject, account, linked_at, "
               "linked_by) VALUES (?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (district, issuer, subject) DO NOTHING",
               call.district.name(), link.issuer, link.subject, link.account, link.linked_at,
               call.actor.account) == 1;
}

bool delete_link(Call& call, Link const& link) {
    return call.tx.changed(
               "DELETE FROM sign_on_links WHERE district = ? AND issuer = ? AND subject = ? "
               "AND account = ?",
               call.district.name(), link.issuer, link.subject, link.account) == 1;
}

std::optional<Attempt> find_attempt(Call& call, std::string const& hash) {
    return call.tx.one<Attempt>(
        "SELECT attempt, issuer, subject, strong, used, ends_at FROM sign_on_attempts "
        "WHERE district = ? AND attempt = ?",
        call.district.name(), hash);
}

void put_attempt(Call& call, Attempt const& attempt) {
    call.tx.run(
        "INSERT INTO sign_on_attempts (district, attempt, issuer, subject, strong, used, ends_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, attempt) DO UPDATE SET used = excluded.used",
        call.district.name(), attempt.attempt, attempt.issuer, attempt.subject, attempt.strong,
        attempt.used, attempt.ends_at);
}

void delete_attempts_ended(Call& call, Instant before, int limit) {
    call.tx.run(
        "DELETE FROM sign_on_attempts WHERE district = ? AND attempt IN "
        "(SELECT attempt FROM sign_on_attempts WHERE district = ? AND ends_at < ? LIMIT ?)",
        call.district.name(), call.district.name(), before, limit);
}

void insert_deed(Call& call, Deed const& deed) {
    call.tx.run(
        "INSERT INTO sign_on_deeds (district, id, at, deed, account, actor, issuer, subject) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), deed.id, deed.at, deed.deed, deed.account, deed.actor, deed.issuer,
        deed.subject);
}

std::vector<Deed> list_deeds(Call& call, int limit) {
    return call.tx.all<Deed>(
        "SELECT id, at, deed, account, actor, issuer, subject FROM sign_on_deeds "
        "WHERE district = ? ORDER BY at DESC, id DESC LIMIT ?",
        call.district.name(), limit);
}

}  // namespace banshi::sign_on::rows
