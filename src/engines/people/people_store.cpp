#include "engines/people/people_rows.h"
#include "store/store.h"

namespace banshi::people {

namespace rows {

std::optional<SealedPerson> find_person(Call& call, PersonId const& id) {
    return call.tx.one<SealedPerson>(
        "SELECT id, kind, number, name, other_names, phone, phone_lookup FROM sealed_persons "
        "WHERE district = ? AND id = ?",
        call.district.name(), id);
}

std::optional<SealedPerson> find_person_by_lookup(Call& call, std::string const& lookup) {
    return call.tx.one<SealedPerson>(
        "SELECT id, kind, number, name, other_names, phone, phone_lookup FROM sealed_persons "
        "WHERE district = ? AND lookup = ?",
        call.district.name(), lookup);
}

std::vector<PersonId> find_persons_by_phone(Call& call, std::string const& phone_lookup) {
    return call.tx.all<PersonId>(
        "SELECT id FROM sealed_persons WHERE district = ? AND phone_lookup = ? ORDER BY id",
        call.district.name(), phone_lookup);
}

bool insert_person(Call& call, SealedPerson const& person, std::string const& lookup) {
    return call.tx.changed(
               "INSERT INTO sealed_persons (district, id, lookup, kind, number, name, other_names, "
               "phone, phone_lookup, version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?) "
               "ON CONFLICT (district, lookup) DO NOTHING",
               call.district.name(), person.id, lookup, person.kind, person.number, person.name,
               person.other_names, person.phone, person.phone_lookup, call.now) == 1;
}

void update_person(Call& call, SealedPerson const& person) {
    call.tx.run(
        "UPDATE sealed_persons SET name = ?, other_names = ?, phone = ?, phone_lookup = ?, "
        "version = version + 1 WHERE district = ? AND id = ?",
        person.name, person.other_names, person.phone, person.phone_lookup, call.district.name(),
        person.id);
}

void empty_person(Call& call, PersonId const& id) {
    call.tx.run(
        "UPDATE sealed_persons SET lookup = id, number = '', name = '', other_names = '', "
        "phone = '', phone_lookup = '', version = version + 1 WHERE district = ? AND id = ?",
        call.district.name(), id);
}

void raise_version(Call& call, PersonId const& id) {
    call.tx.run("UPDATE sealed_persons SET version = version + 1 WHERE district = ? AND id = ?",
                call.district.name(), id);
}

bool is_new_since(Call& call, PersonId const& id, Instant at) {
    return call.tx
        .one<int>(
            "SELECT 1 FROM sealed_persons WHERE district = ? AND id = ? AND created_at = ? "
            "AND version = 1",
            call.district.name(), id, at)
        .has_value();
}

void insert_access(Call& call, PersonId const& person, std::string const& reason) {
    auto const id = call.fresh<Id<struct AccessKind>>();
    call.tx.run(
        "INSERT INTO person_access (district, id, at, account, person, reason) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), id, call.now, call.actor.account, person, reason);
}

}  // namespace rows

std::vector<Access> list_access(Call& call, std::optional<Instant> before, int limit) {
    return call.tx.all<Access>(
        "SELECT l.at, l.account, COALESCE(a.name, ''), l.person, l.reason FROM person_access l "
        "LEFT JOIN accounts a ON a.district = l.district AND a.id = l.account "
        "WHERE l.district = ? AND l.at < ? ORDER BY l.at DESC, l.id DESC LIMIT ?",
        call.district.name(), before.value_or(Instant::max()), limit);
}

std::vector<Access> list_access_of(Call& call, PersonId const& person, int limit) {
    return call.tx.all<Access>(
        "SELECT l.at, l.account, COALESCE(a.name, ''), l.person, l.reason FROM person_access l "
        "LEFT JOIN accounts a ON a.district = l.district AND a.id = l.account "
        "WHERE l.district = ? AND l.person = ? ORDER BY l.at DESC, l.id DESC LIMIT ?",
        call.district.name(), person, limit);
}

}  // namespace banshi::people
