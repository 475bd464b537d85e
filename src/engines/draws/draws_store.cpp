#include "engines/draws/rows.h"
#include "store/store.h"

namespace banshi::draws::rows {

namespace {

constexpr Words columns{
    "draw, title, places, closes_at, reveals_until, late_source, late_reference, late_at, state, "
    "announced_at, entries, list, late_text, seed, ended_at, why, note, announced_by"};

template <Words Where>
constexpr auto select_draws = join<Words{"SELECT "}, columns, Words{" FROM draws "}, Where>;

}  // namespace

bool insert(Call& call, Draw const& d) {
    return call.tx.changed(join<Words{"INSERT INTO draws (district, "}, columns,
                                Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                      "?, ?, ?, ?, ?, ?) ON CONFLICT (district, draw) DO NOTHING"}>,
                           call.district.name(), d.draw, d.title, d.places, d.closes_at,
                           d.reveals_until, d.late_source, d.late_reference, d.late_at, d.state,
                           d.announced_at, d.entries, d.list, d.late_text, d.seed, d.ended_at,
                           d.why, d.note, d.announced_by) == 1;
}

void update(Call& call, Draw const& d) {
    call.tx.run(
        "UPDATE draws SET state = ?, entries = ?, list = ?, late_text = ?, seed = ?, ended_at = ?, "
        "why = ?, note = ? WHERE district = ? AND draw = ?",
        d.state, d.entries, d.list, d.late_text, d.seed, d.ended_at, d.why, d.note,
        call.district.name(), d.draw);
}

std::optional<Draw> find(Call& call, std::string const& draw) {
    return call.tx.one<Draw>(select_draws<"WHERE district = ? AND draw = ?">, call.district.name(),
                             draw);
}

std::vector<Draw> newest(Call& call, int limit) {
    return call.tx.all<Draw>(
        select_draws<"WHERE district = ? ORDER BY announced_at DESC, draw LIMIT ?">,
        call.district.name(), limit);
}

std::vector<Draw> unfinished(Call& call) {
    return call.tx.all<Draw>(
        select_draws<"WHERE district = ? AND ended_at IS NULL ORDER BY announced_at, draw">,
        call.district.name());
}

void insert(Call& call, std::string const& draw, Party const& p) {
    call.tx.run(
        "INSERT INTO draw_parties (district, draw, party, code_hash, commitment, secret, left_out) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), draw, p.party, p.code_hash, p.commitment, p.secret, p.left_out);
}

void update(Call& call, std::string const& draw, Party const& p) {
    call.tx.run(
        "UPDATE draw_parties SET commitment = ?, secret = ?, left_out = ? "
        "WHERE district = ? AND draw = ? AND party = ?",
        p.commitment, p.secret, p.left_out, call.district.name(), draw, p.party);
    call.tx.announce("draws/" + draw);
}

std::vector<Party> parties(Call& call, std::string const& draw) {
    return call.tx.all<Party>(
        "SELECT party, code_hash, commitment, secret, left_out FROM draw_parties "
        "WHERE district = ? AND draw = ? ORDER BY party",
        call.district.name(), draw);
}

bool insert_entry(Call& call, std::string const& draw, std::string const& entry,
                  std::int64_t rank) {
    return call.tx.changed(
               "INSERT INTO draw_entries (district, draw, entry, rank) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (district, draw, entry) DO NOTHING",
               call.district.name(), draw, entry, rank) == 1;
}

std::optional<std::int64_t> rank_of(Call& call, std::string const& draw, std::string const& entry) {
    return call.tx.one<std::int64_t>(
        "SELECT rank FROM draw_entries WHERE district = ? AND draw = ? AND entry = ?",
        call.district.name(), draw, entry);
}

void remove_entry(Call& call, std::string const& draw, std::int64_t rank) {
    call.tx.run("DELETE FROM draw_entries WHERE district = ? AND draw = ? AND rank = ?",
                call.district.name(), draw, rank);
    call.tx.run(
        "UPDATE draw_entries SET rank = rank - 1 WHERE district = ? AND draw = ? AND rank > ?",
        call.district.name(), draw, rank);
}

std::int64_t count_entries(Call& call, std::string const& draw) {
    return call.tx
        .one<std::int64_t>("SELECT COUNT(*) FROM draw_entries WHERE district = ? AND draw = ?",
                           call.district.name(), draw)
        .value();
}

std::vector<std::string> entries(Call& call, std::string const& draw) {
    return call.tx.all<std::string>(
        "SELECT entry FROM draw_entries WHERE district = ? AND draw = ? ORDER BY rank",
        call.district.name(), draw);
}

void put_place(Call& call, std::string const& draw, std::string const& entry, std::int64_t place) {
    call.tx.run("UPDATE draw_entries SET place = ? WHERE district = ? AND draw = ? AND entry = ?",
                place, call.district.name(), draw, entry);
}

std::vector<std::string> winners(Call& call, std::string const& draw) {
    return call.tx.all<std::string>(
        "SELECT entry FROM draw_entries WHERE district = ? AND draw = ? AND place IS NOT NULL "
        "ORDER BY place",
        call.district.name(), draw);
}

std::vector<std::int64_t> winners_ranks(Call& call, std::string const& draw) {
    return call.tx.all<std::int64_t>(
        "SELECT rank FROM draw_entries WHERE district = ? AND draw = ? AND place IS NOT NULL "
        "ORDER BY place",
        call.district.name(), draw);
}

void insert_late(Call& call, std::string const& draw, std::string const& text) {
    call.tx.run(
        "INSERT INTO draw_late_values (district, draw, account, text, at) VALUES (?, ?, ?, ?, ?)",
        call.district.name(), draw, call.actor.id(), text, call.now);
}

std::optional<Told> late_told(Call& call, std::string const& draw) {
    return call.tx.one<Told>(
        "SELECT account, text FROM draw_late_values WHERE district = ? AND draw = ?",
        call.district.name(), draw);
}

void forget_late(Call& call, std::string const& draw) {
    call.tx.run("DELETE FROM draw_late_values WHERE district = ? AND draw = ?",
                call.district.name(), draw);
}

}  // namespace banshi::draws::rows
