#include "store/store.h"
#include "systems/supervision/reception_rows.h"

namespace banshi::supervision::rows {

namespace {

constexpr Words day_columns{
    "id, day, place, leader, participants, from_at, to_at, minutes, cancelled_at, cancelled_why"};
constexpr Words visit_columns{
    "id, reception, turn, start, name, phone, code_hash, subject, persons, spokespersons, state, "
    "matter, facts, promised, promise_day, promise_clock, kept_at, received_at, received_by"};

}  // namespace

void insert(Call& call, ReceptionDay const& d) {
    call.tx.run(join<Words{"INSERT INTO reception_days (district, "}, day_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), d.id, d.day, d.place, d.leader, d.participants, d.from, d.to,
                d.minutes, d.cancelled_at, d.cancelled_why);
}

void update(Call& call, ReceptionDay const& d) {
    call.tx.run(
        "UPDATE reception_days SET cancelled_at = ?, cancelled_why = ? "
        "WHERE district = ? AND id = ?",
        d.cancelled_at, d.cancelled_why, call.district.name(), d.id);
}

std::optional<ReceptionDay> find_reception(Call& call, std::string const& id) {
    return call.tx.one<ReceptionDay>(
        join<Words{"SELECT "}, day_columns,
             Words{" FROM reception_days WHERE district = ? AND id = ?"}>,
        call.district.name(), id);
}

std::vector<ReceptionDay> receptions_from(Call& call, Day day, int limit) {
    return call.tx.all<ReceptionDay>(
        join<Words{"SELECT "}, day_columns,
             Words{" FROM reception_days WHERE district = ? AND day >= ? "
                   "ORDER BY day, from_at, id LIMIT ?"}>,
        call.district.name(), day, limit);
}

void insert(Call& call, Visit const& v) {
    call.tx.run(
        join<Words{"INSERT INTO reception_visits (district, "}, visit_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
        call.district.name(), v.id, v.reception, v.turn, v.start, v.name, v.phone, v.code_hash,
        v.subject, v.persons, v.spokespersons, v.state, v.matter, v.facts, v.promised,
        v.promise_day, v.promise_clock, v.kept_at, v.received_at, v.received_by);
}

void update(Call& call, Visit const& v) {
    call.tx.run(
        "UPDATE reception_visits SET spokespersons = ?, state = ?, matter = ?, facts = ?, "
        "promised = ?, promise_day = ?, promise_clock = ?, kept_at = ?, received_at = ?, "
        "received_by = ? WHERE district = ? AND id = ?",
        v.spokespersons, v.state, v.matter, v.facts, v.promised, v.promise_day, v.promise_clock,
        v.kept_at, v.received_at, v.received_by, call.district.name(), v.id);
}

std::optional<Visit> find_visit(Call& call, std::string const& id) {
    return call.tx.one<Visit>(join<Words{"SELECT "}, visit_columns,
                                   Words{" FROM reception_visits WHERE district = ? AND id = ?"}>,
                              call.district.name(), id);
}

std::vector<Visit> visits_of(Call& call, std::string const& reception) {
    return call.tx.all<Visit>(
        join<Words{"SELECT "}, visit_columns,
             Words{" FROM reception_visits WHERE district = ? AND reception = ? ORDER BY turn"}>,
        call.district.name(), reception);
}

std::vector<Visit> visits_with_phone(Call& call) {
    return call.tx.all<Visit>(
        join<Words{"SELECT "}, visit_columns,
             Words{" FROM reception_visits WHERE district = ? AND phone <> '' ORDER BY id DESC"}>,
        call.district.name());
}

void forget_visitor(Call& call, std::string const& id) {
    call.tx.run("UPDATE reception_visits SET name = '', phone = '' WHERE district = ? AND id = ?",
                call.district.name(), id);
}

std::vector<Promise> promises(Call& call) {
    return call.tx.all<Promise>(
        "SELECT d.leader, v.promise_day, v.kept_at FROM reception_visits v "
        "JOIN reception_days d ON d.district = v.district AND d.id = v.reception "
        "WHERE v.district = ? AND v.promise_day IS NOT NULL ORDER BY d.leader, v.promise_day",
        call.district.name());
}

}  // namespace banshi::supervision::rows
