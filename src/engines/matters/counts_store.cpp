#include "engines/matters/count_rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

// Flat, as a row fills it.
struct ChangeRow {
    std::string book;
    Day day;
    OrgId street;
    OrgId unit;
    std::string kind;
    std::string category;
    What what;
    std::string detail;
    int level;
    std::int64_t n;
    std::string id = {};
};

Change change_of(ChangeRow row) {
    return {{std::move(row.book), row.day, row.street, row.unit, std::move(row.kind),
             std::move(row.category), row.what, std::move(row.detail), row.level},
            row.n};
}

}  // namespace

void insert_change(Call& call, Counted const& c, std::int64_t n) {
    call.tx.run(
        "INSERT INTO matter_changes (district, id, book, day, street, unit, kind, category, what, "
        "detail, level, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), fresh_id_text(call.now, call.random), c.book, c.day, c.street, c.unit,
        c.kind, c.category, c.what, c.detail, c.level, n);
}

Oldest oldest_changes(Call& call, int limit) {
    Oldest out;
    call.tx.each<ChangeRow>(
        "SELECT book, day, street, unit, kind, category, what, detail, level, n, id "
        "FROM matter_changes WHERE district = ? ORDER BY id LIMIT ?",
        [&](ChangeRow row) {
            out.last_id = row.id;
            out.changes.push_back(change_of(std::move(row)));
        },
        call.district.name(), limit);
    return out;
}

void drop_changes(Call& call, std::string const& to_id) {
    call.tx.run("DELETE FROM matter_changes WHERE district = ? AND id <= ?", call.district.name(),
                to_id);
}

std::vector<Change> waiting_changes(Call& call, std::string const& book, Days days) {
    std::vector<Change> out;
    call.tx.each<ChangeRow>(
        "SELECT book, day, street, unit, kind, category, what, detail, level, "
        "CAST(SUM(n) AS BIGINT), '' FROM matter_changes "
        "WHERE district = ? AND book = ? AND day >= ? AND day < ? "
        "GROUP BY book, day, street, unit, kind, category, what, detail, level",
        [&](ChangeRow row) { out.push_back(change_of(std::move(row))); }, call.district.name(),
        book, days.from, days.to);
    return out;
}

void add_to_total(Call& call, TotalKey const& key, std::int64_t n) {
    call.tx.run(
        "INSERT INTO matter_counts (district, book, split, span, from_day, value, second, what, "
        "detail, level, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, book, split, span, from_day, value, second, what, detail, level) "
        "DO UPDATE SET n = matter_counts.n + excluded.n",
        call.district.name(), key.book, key.split, key.stretch, key.from, key.value, key.second,
        key.what, key.detail, key.level, n);
}

std::vector<Tally> totals(Call& call, std::string const& book, Split split, Period stretch,
                          Days days, std::string const& value) {
    return call.tx.all<Tally>(
        "SELECT value, second, what, detail, level, CAST(SUM(n) AS BIGINT) FROM matter_counts "
        "WHERE district = ? AND book = ? AND split = ? AND span = ? AND from_day >= ? "
        "AND from_day < ? AND (? = '' OR value = ?) GROUP BY value, second, what, detail, level",
        call.district.name(), book, split, stretch, days.from, days.to, value, value);
}

std::vector<std::pair<TotalKey, std::int64_t>> stored_totals(Call& call, std::string const& book,
                                                             Split split, Period stretch) {
    struct Row {
        Day from;
        std::string value, second;
        What what;
        std::string detail;
        int level;
        std::int64_t n;
    };
    std::vector<std::pair<TotalKey, std::int64_t>> out;
    call.tx.each<Row>(
        "SELECT from_day, value, second, what, detail, level, n FROM matter_counts "
        "WHERE district = ? AND book = ? AND split = ? AND span = ?",
        [&](Row row) {
            out.emplace_back(TotalKey{book, split, stretch, row.from, row.value, row.second,
                                      row.what, row.detail, row.level},
                             row.n);
        },
        call.district.name(), book, split, stretch);
    return out;
}

std::vector<Change> overdue_matters(Call& call, std::string const& book, Days days) {
    std::vector<Change> out;
    call.tx.each<ChangeRow>(
        "SELECT book, 0, street, unit, kind, category, 'matter', '', 0, COUNT(*), '' "
        "FROM matters WHERE district = ? AND book = ? AND due IS NOT NULL AND due <= ? "
        "AND day >= ? AND day < ? GROUP BY book, street, unit, kind, category",
        [&](ChangeRow row) { out.push_back(change_of(std::move(row))); }, call.district.name(),
        book, call.now, days.from, days.to);
    return out;
}

std::vector<Change> overdue_clocks(Call& call, std::string const& book, Days days) {
    std::vector<Change> out;
    call.tx.each<ChangeRow>(
        "SELECT book, 0, street, unit, matter_kind, category, 'late', kind, 0, COUNT(*), '' "
        "FROM matter_clocks WHERE district = ? AND book = ? AND ended_at IS NULL AND due <= ? "
        "AND day >= ? AND day < ? GROUP BY book, street, unit, matter_kind, category, kind",
        [&](ChangeRow row) { out.push_back(change_of(std::move(row))); }, call.district.name(),
        book, call.now, days.from, days.to);
    return out;
}

std::vector<Change> recount(Call& call, std::string const& book) {
    std::vector<Change> out;
    auto const add = [&](ChangeRow row) { out.push_back(change_of(std::move(row))); };
    call.tx.each<ChangeRow>(
        "SELECT book, day, street, unit, kind, category, 'matter', "
        "CASE WHEN outcome IS NULL THEN state ELSE state || ' ' || outcome END, level, COUNT(*), "
        "'' FROM matters WHERE district = ? AND book = ? AND state <> 'draft' "
        "GROUP BY book, day, street, unit, kind, category, state, outcome, level",
        add, call.district.name(), book);
    call.tx.each<ChangeRow>(
        "SELECT m.book, m.day, m.street, c.unit, m.kind, m.category, "
        "CASE WHEN c.due <= c.ended_at THEN 'late' ELSE 'in_time' END, c.kind, 0, COUNT(*), '' "
        "FROM matter_clocks c JOIN matters m ON m.district = c.district AND m.id = c.matter "
        "WHERE c.district = ? AND c.book = ? AND c.ended_at IS NOT NULL GROUP BY m.book, m.day, "
        "m.street, c.unit, m.kind, m.category, CASE WHEN c.due <= c.ended_at THEN 'late' ELSE "
        "'in_time' END, c.kind",
        add, call.district.name(), book);
    call.tx.each<ChangeRow>(
        "SELECT m.book, m.day, m.street, e.unit, m.kind, m.category, 'rated', e.rating, 0, "
        "COUNT(*), '' FROM matter_evaluations e "
        "JOIN matters m ON m.district = e.district AND m.id = e.matter "
        "WHERE e.district = ? AND e.book = ? AND e.counted = 1 GROUP BY m.book, m.day, m.street, "
        "e.unit, m.kind, m.category, e.rating",
        add, call.district.name(), book);
    call.tx.each<ChangeRow>(
        "SELECT m.book, m.day, m.street, e.unit, m.kind, m.category, 'resolved', "
        "CASE WHEN e.solved = 1 THEN 'yes' ELSE 'no' END, 0, COUNT(*), '' "
        "FROM matter_evaluations e JOIN matters m ON m.district = e.district AND m.id = e.matter "
        "WHERE e.district = ? AND e.book = ? AND e.counted = 1 GROUP BY m.book, m.day, m.street, "
        "e.unit, m.kind, m.category, e.solved",
        add, call.district.name(), book);
    call.tx.each<ChangeRow>(
        "SELECT m.book, m.day, m.street, m.unit, m.kind, m.category, 'built', q.type, 0, "
        "CAST(SUM(q.amount) AS BIGINT), '' FROM matter_quantities q "
        "JOIN matters m ON m.district = q.district AND m.id = q.matter "
        "WHERE m.district = ? AND m.book = ? AND m.state = 'cleared' "
        "GROUP BY m.book, m.day, m.street, m.unit, m.kind, m.category, q.type",
        add, call.district.name(), book);
    return out;
}

}  // namespace banshi::matters::rows
