#include "store/store.h"
#include "systems/supervision/works_rows.h"

namespace banshi::supervision::rows {

namespace {

constexpr Words item_columns{
    "id, year, serial, title, content, place, street, phone, state, public_why, joined_into, "
    "votes, yes, no, abstained, budget, spent, unit, leader, proposed_at, changed_at, "
    "announced_at, matter, report"};

}  // namespace

void put(Call& call, Programme const& p) {
    call.tx.run(
        "INSERT INTO works_programmes (district, year, phases, choices, ballots_least, deputies, "
        "result, extended) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, year) DO UPDATE SET phases = excluded.phases, "
        "choices = excluded.choices, ballots_least = excluded.ballots_least, "
        "deputies = excluded.deputies, result = excluded.result, extended = excluded.extended",
        call.district.name(), p.year, p.phases, p.choices, p.ballots_least, p.deputies, p.result,
        p.extended);
}

std::optional<Programme> find_programme(Call& call, int year) {
    return call.tx.one<Programme>(
        "SELECT year, phases, choices, ballots_least, deputies, result, extended "
        "FROM works_programmes WHERE district = ? AND year = ?",
        call.district.name(), year);
}

void insert(Call& call, Item const& i) {
    call.tx.run(
        join<Words{"INSERT INTO works_items (district, "}, item_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                   "?, ?, ?, ?)"}>,
        call.district.name(), i.id, i.year, i.serial, i.title, i.text, i.place, i.street, i.phone,
        i.state, i.public_why, i.joined_into, i.votes, i.yes, i.no, i.abstained, i.budget, i.spent,
        i.unit, i.leader, i.proposed_at, i.changed_at, i.announced_at, i.matter, i.report);
}

void update(Call& call, Item const& i) {
    call.tx.run(
        "UPDATE works_items SET state = ?, public_why = ?, joined_into = ?, votes = ?, yes = ?, "
        "no = ?, abstained = ?, budget = ?, spent = ?, unit = ?, leader = ?, changed_at = ?, "
        "announced_at = ?, matter = ?, report = ? WHERE district = ? AND id = ?",
        i.state, i.public_why, i.joined_into, i.votes, i.yes, i.no, i.abstained, i.budget, i.spent,
        i.unit, i.leader, i.changed_at, i.announced_at, i.matter, i.report, call.district.name(),
        i.id);
}

std::optional<Item> find_item(Call& call, std::string const& id) {
    return call.tx.one<Item>(join<Words{"SELECT "}, item_columns,
                                  Words{" FROM works_items WHERE district = ? AND id = ?"}>,
                             call.district.name(), id);
}

std::vector<Item> items_of(Call& call, int year) {
    return call.tx.all<Item>(
        join<Words{"SELECT "}, item_columns,
             Words{" FROM works_items WHERE district = ? AND year = ? ORDER BY serial"}>,
        call.district.name(), year);
}

void insert(Call& call, MilestoneRow const& m) {
    call.tx.run(
        "INSERT INTO works_milestones (district, item, serial, title, planned, clock, done_at, "
        "words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), m.item, m.serial, m.title, m.planned, m.clock, m.done_at, m.words);
}

void update(Call& call, MilestoneRow const& m) {
    call.tx.run(
        "UPDATE works_milestones SET done_at = ?, words = ? "
        "WHERE district = ? AND item = ? AND serial = ?",
        m.done_at, m.words, call.district.name(), m.item, m.serial);
}

std::vector<MilestoneRow> milestones_of(Call& call, std::string const& item) {
    return call.tx.all<MilestoneRow>(
        "SELECT item, serial, title, planned, clock, done_at, words FROM works_milestones "
        "WHERE district = ? AND item = ? ORDER BY serial",
        call.district.name(), item);
}

bool put_ballot(Call& call, int year, std::string const& voter,
                std::vector<std::string> const& items) {
    bool const before =
        call.tx.changed("DELETE FROM works_ballots WHERE district = ? AND year = ? AND voter = ?",
                        call.district.name(), year, voter) > 0;
    for (auto const& item : items)
        call.tx.run("INSERT INTO works_ballots (district, year, voter, item) VALUES (?, ?, ?, ?)",
                    call.district.name(), year, voter, item);
    return before;
}

std::int64_t ballots_of(Call& call, int year) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(DISTINCT voter) FROM works_ballots WHERE district = ? AND year = ?",
            call.district.name(), year)
        .value();
}

std::int64_t votes_for(Call& call, int year, std::string const& item) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM works_ballots WHERE district = ? AND year = ? AND item = ?",
            call.district.name(), year, item)
        .value();
}

bool put_rating(Call& call, std::string const& item, int attempt, std::string const& voter,
                WorkGrade grade) {
    bool const before = call.tx.changed(
                            "DELETE FROM works_ratings WHERE district = ? AND item = ? "
                            "AND attempt = ? AND voter = ?",
                            call.district.name(), item, attempt, voter) > 0;
    call.tx.run(
        "INSERT INTO works_ratings (district, item, attempt, voter, grade, at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), item, attempt, voter, grade, call.now);
    return before;
}

Ratings ratings_of(Call& call, std::string const& item, int attempt) {
    return call.tx
        .one<Ratings>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN grade IN ('very_good', 'good', 'fair') "
            "THEN 1 ELSE 0 END), 0) FROM works_ratings "
            "WHERE district = ? AND item = ? AND attempt = ?",
            call.district.name(), item, attempt)
        .value();
}

void insert(Call& call, std::string const& item, DeedRow const& d) {
    call.tx.run(
        "INSERT INTO works_deeds (district, item, sequence, at, deed, to_state, actor, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), item, d.sequence, d.at, d.deed, d.to, d.actor, d.why);
}

std::vector<DeedRow> deeds_of(Call& call, std::string const& item) {
    return call.tx.all<DeedRow>(
        "SELECT sequence, at, deed, to_state, actor, why FROM works_deeds "
        "WHERE district = ? AND item = ? ORDER BY sequence",
        call.district.name(), item);
}

}  // namespace banshi::supervision::rows
