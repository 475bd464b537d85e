#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/visits.h"

namespace banshi::aid::rows {

namespace {

constexpr Words visit_columns{
    "number, campaign, family, kind, state, year, planned_on, chosen, done_on, received, rightly, "
    "note"};

template <Words Where>
constexpr auto select_visits =
    join<Words{"SELECT "}, visit_columns, Words{" FROM aid_visits "}, Where>;

}  // namespace

void insert(Call& call, Visit const& v) {
    call.tx.run(join<Words{"INSERT INTO aid_visits (district, "}, visit_columns,
                     Words{", by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), v.number, v.campaign, v.family, v.kind, v.state, v.year,
                v.planned_on, v.chosen, v.done_on, v.received, v.rightly, v.note, call.actor.id());
    bind_row(call, Bound::visit, v.number);
}

void update(Call& call, Visit const& v) {
    call.tx.run(
        "UPDATE aid_visits SET state = ?, done_on = ?, received = ?, rightly = ?, note = ?, "
        "by_whom = ? WHERE district = ? AND number = ?",
        v.state, v.done_on, v.received, v.rightly, v.note, call.actor.id(), call.district.name(),
        v.number);
    bind_row(call, Bound::visit, v.number);
}

std::optional<Visit> find_visit(Call& call, std::string const& number) {
    return call.tx.one<Visit>(select_visits<"WHERE district = ? AND number = ?">,
                              call.district.name(), number);
}

std::vector<Visit> visits(Call& call, std::string const& campaign, int year) {
    return call.tx.all<Visit>(
        select_visits<"WHERE district = ? AND campaign = ? AND year = ? ORDER BY number">,
        call.district.name(), campaign, year);
}

int count_visits(Call& call) {
    return call.tx
        .one<int>("SELECT COUNT(*) FROM aid_visits WHERE district = ?", call.district.name())
        .value();
}

void insert(Call& call, std::string const& campaign, Sample const& s) {
    call.tx.run(
        "INSERT INTO aid_samples (district, campaign, year, log_size, seed, chosen, others, at, "
        "by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), campaign, s.year, s.log_size, s.seed, s.chosen, s.others, call.now,
        call.actor.id());
    bind_row(call, Bound::sample, campaign);
}

std::optional<Sample> find_sample(Call& call, std::string const& campaign, int year) {
    return call.tx.one<Sample>(
        "SELECT year, log_size, seed, chosen, others FROM aid_samples "
        "WHERE district = ? AND campaign = ? AND year = ?",
        call.district.name(), campaign, year);
}

void put(Call& call, ReceiptConfirmed const& c) {
    call.tx.run(
        "INSERT INTO aid_confirmations (district, family, year, fen, in_full, at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, family, year) DO UPDATE SET "
        "fen = excluded.fen, in_full = excluded.in_full, at = excluded.at",
        call.district.name(), c.family, c.year, c.fen, c.in_full, c.at);
    bind_row(call, Bound::confirmation, c.family);
}

std::vector<ReceiptConfirmed> confirmed(Call& call, std::string const& campaign, int year) {
    return call.tx.all<ReceiptConfirmed>(
        "SELECT c.family, c.year, c.fen, c.in_full, c.at FROM aid_confirmations c "
        "JOIN aid_families f ON f.district = c.district AND f.number = c.family "
        "WHERE c.district = ? AND f.campaign = ? AND c.year = ? ORDER BY c.family",
        call.district.name(), campaign, year);
}

}  // namespace banshi::aid::rows
