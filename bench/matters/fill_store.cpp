#include <fmt/format.h>

#include <map>

#include "engines/matters/words.h"
#include "fill.h"
#include "store/store.h"

namespace banshi::bench {

namespace {

constexpr std::int64_t day = 86'400'000'000;
constexpr std::int64_t span = 5 * 365 * day;

// i counts the serials; u tells the open ones, and v those of them that are overdue.
constexpr Words serials{
    "WITH RECURSIVE n(i) AS (SELECT CAST(? AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < ?), "
    "s AS (SELECT i, i % ? AS u, (i / ?) % ? AS v, "
    "'01BEN000000000000' || SUBSTR(CAST(1000000000 + i AS TEXT), 2) AS id, "
    "CAST(? AS BIGINT) + i * CAST(? AS BIGINT) AS at, "
    "'u' || CAST(i % 8 AS TEXT) AS unit, CAST(? AS BIGINT) AS now FROM n) "};

struct Base {
    std::int64_t now, begin, step;
};
Base base_of(Call& call, Filling const& f) {
    auto const now = call.now.time_since_epoch().count();
    return {now, now - span, span / (f.count + 1)};
}

constexpr Words kinds{
    "CASE i % 4 WHEN 0 THEN 'petition' WHEN 1 THEN 'key_area' ELSE 'livelihood' END, "
    "CASE i % 8 WHEN 0 THEN 'street_lamp' WHEN 1 THEN 'road' WHEN 2 THEN 'heating' "
    "WHEN 3 THEN 'waste' ELSE 'property' END"};

std::int64_t run(Call& call, Sql sql, Filling const& f) {
    auto const [now, begin, step] = base_of(call, f);
    return call.tx.changed(sql, call.district.name(), f.first, f.last, f.open_every, f.open_every,
                           f.due_every, begin, step, now);
}

void fill_matters(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matters (district, id, book, number, kind, grade, category, title, "
                   "content, place, latitude, longitude, street, channel, client, old_number, "
                   "visibility, state, round, outcome, version, deeds, unit, handler, leader, day, "
                   "registered_at, accepted_at, cleared_at, changed_at, due, yellow_at, red_at, "
                   "level, stopped) SELECT * FROM (WITH d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s) SELECT d.district, id, 'supervision', "
                   "'TTD-2026-' || CASE WHEN i < 1000000 THEN SUBSTR(CAST(1000000 + i AS TEXT), 2) "
                   "ELSE CAST(i AS TEXT) END || '-0', "
                   "CASE i % 4 WHEN 0 THEN 'petition' WHEN 1 THEN 'key_area' "
                   "ELSE 'livelihood' END, "
                   "'general', CASE i % 8 WHEN 0 THEN 'street_lamp' WHEN 1 THEN 'road' WHEN 2 THEN "
                   "'heating' WHEN 3 THEN 'waste' ELSE 'property' END, "
                   "CASE i % 8 WHEN 0 THEN '路灯不亮' WHEN 1 THEN '路面塌陷' "
                   "WHEN 2 THEN '暖气不热' WHEN 3 THEN '垃圾没有清运' WHEN 4 THEN '楼道堆物' ELSE "
                   "'物业不修电梯' END || "
                   "CASE i % 5003 WHEN 0 THEN '（凤凰小区）' ELSE '' END, "
                   "'反映多次没有解决，居民要求尽快处理', "
                   "'新伟街' || CAST(i % 500 AS TEXT) || '号', 456000000 + i % 100000, "
                   "1266000000 + i % 90000, 's' || CAST(i % 8 AS TEXT), 'telephone', '', '', "
                   "'open', CASE WHEN u <> 0 THEN 'cleared' WHEN v = 1 THEN 'dispatched' "
                   "WHEN v = 2 THEN 'waiting' ELSE 'working' END, 1, "
                   "CASE WHEN u <> 0 THEN 'solved' END, 3, 3, unit, 'handler' || unit, '', "
                   "(at + 28800000000) / 86400000000, at, at, "
                   "CASE WHEN u <> 0 THEN at + 86400000000 * (i % 20) END, at + 3600000000, "
                   "CASE WHEN u = 0 AND v = 0 THEN now - 3600000000 - i % 86400000000 "
                   "WHEN u = 0 THEN now + 86400000000 * (1 + i % 40) END, "
                   "CASE WHEN u = 0 THEN now - 86400000000 END, "
                   "CASE WHEN u = 0 THEN now + 86400000000 * (i % 40) END, "
                   "0, 0 FROM q, d) x"}>,
        f);
}

void fill_clocks(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matter_clocks (district, matter, serial, book, round, kind, unit, "
                   "task, start_at, length, length_unit, roll, extension, extensions, levels_most, "
                   "rules_since, ended_at, end_cause, last_day, due, stopped, yellow_at, red_at, "
                   "level, told, next_at, day, street, matter_kind, category) SELECT * FROM (WITH "
                   "d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s) SELECT d.district, id, 1, 'supervision', 1, 'step', unit, 1, "
                   "CASE WHEN u = 0 THEN now - 5184000000000 ELSE at END, 60, 'calendar_days', 0, "
                   "0, 0, 3, 17897, CASE WHEN u <> 0 THEN at + 86400000000 * (i % 20) END, "
                   "CASE WHEN u <> 0 THEN 'cleared' ELSE '' END, "
                   "(now + 28800000000) / 86400000000, "
                   "CASE WHEN u <> 0 THEN at + 1296000000000 "
                   "WHEN v = 0 THEN now - 3600000000 - i % 86400000000 "
                   "ELSE now + 86400000000 * (1 + i % 40) END, 0, now - 86400000000, "
                   "now + 86400000000 * (i % 40), 0, 'red', "
                   "CASE WHEN u = 0 AND v = 0 THEN now - 3600000000 - i % 86400000000 "
                   "WHEN u = 0 THEN now + 86400000000 * (1 + i % 40) END, "
                   "(at + 28800000000) / 86400000000, 's' || CAST(i % 8 AS TEXT), "},
             kinds, Words{" FROM q, d) x"}>,
        f);
}

void fill_tasks(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matter_tasks (district, matter, serial, round, unit, lead, forced, "
                   "dispatched_at, dispatched_by, signed_at, handler, ended_at, answer, grounds) "
                   "SELECT * FROM (WITH d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s) SELECT d.district, id, 1, 1, unit, 1, 0, at, 'clerk', at, "
                   "'handler' || unit, CASE WHEN u <> 0 THEN at + 86400000000 * (i % 20) END, '', "
                   "'' FROM q, d) x"}>,
        f);
}

void fill_units(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matter_units (district, book, unit, registered_at, matter) "
                   "SELECT * FROM (WITH d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s) SELECT d.district, 'supervision', unit, at, id FROM q, d) x"}>,
        f);
}

void fill_deeds(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matter_deeds (district, matter, sequence, book, at, verb, "
                   "to_state, round, actor, why, facts, seq) "
                   "SELECT * FROM (WITH d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s), k(j, verb) AS (SELECT 1, 'file' UNION ALL SELECT 2, "
                   "'dispatch' UNION ALL SELECT 3, 'progress') SELECT d.district, id, j, "
                   "'supervision', at + j, verb, 'working', 1, 'clerk', '现场看过，已安排', '', "
                   "i * 3 + j FROM q, d, k) x"}>,
        f);
}

void fill_changes(Call& call, Filling const& f) {
    run(call,
        join<Words{"INSERT INTO matter_changes (district, id, book, day, street, unit, kind, "
                   "category, what, detail, level, n) "
                   "SELECT * FROM (WITH d(district) AS (SELECT ?) , q AS ("},
             serials,
             Words{"SELECT * FROM s) SELECT d.district, MAX(id), 'supervision', "
                   "(at + 28800000000) / 86400000000, 's' || CAST(i % 8 AS TEXT), unit, "},
             kinds,
             Words{", 'matter', "
                   "CASE WHEN u <> 0 THEN 'cleared solved' WHEN v = 1 THEN 'dispatched' "
                   "WHEN v = 2 THEN 'waiting' ELSE 'working' END, 0, COUNT(*) FROM q, d "
                   "GROUP BY 1, 3, 4, 5, 6, 7, 8, 9, 10) x"}>,
        f);
}

}  // namespace

std::string id_of(std::int64_t serial) {
    return "01BEN000000000000" + fmt::format("{:09}", serial);
}

Instant registered_at(Call& call, Filling const& f, std::int64_t serial) {
    auto const [now, begin, step] = base_of(call, f);
    return Instant{std::chrono::microseconds{begin + serial * step}};
}

void fill(Call& call, Filling const& f) {
    fill_matters(call, f);
    fill_clocks(call, f);
    fill_tasks(call, f);
    fill_units(call, f);
    fill_deeds(call, f);
    fill_changes(call, f);
}

void fill_words(Call& call, int block, std::int64_t first, std::int64_t last) {
    struct Row {
        MatterId id;
        std::string number, kind, category, title, text, place;
        std::int64_t latitude, longitude;
        OrgId street;
    };
    constexpr std::string_view digits =
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    std::map<std::string, std::string> places;
    std::string matters;
    std::size_t place = 0;
    call.tx.each<Row>(
        "SELECT id, number, kind, category, title, content, place, latitude, longitude, street "
        "FROM matters WHERE district = ? AND id >= ? AND id <= ? ORDER BY id",
        [&](Row row) {
            matters::Matter matter{};
            matter.id = row.id;
            matter.number = row.number;
            matter.kind = row.kind;
            matter.category = row.category;
            matter.title = row.title;
            matter.text = row.text;
            matter.place = row.place;
            matter.latitude = row.latitude;
            matter.longitude = row.longitude;
            matter.street = row.street;
            for (auto const& word : matters::words_of(matter))
                places[word] += {digits[place / 64], digits[place % 64]};
            matters += row.id.text;
            ++place;
        },
        call.district.name(), id_of(first), id_of(last));
    call.tx.run(
        "INSERT INTO matter_word_blocks (district, book, block, matters) "
        "VALUES (?, 'supervision', ?, ?)",
        call.district.name(), block, matters);
    for (auto const& [word, text] : places)
        call.tx.run(
            "INSERT INTO matter_words (district, book, word, block, places) "
            "VALUES (?, 'supervision', ?, ?, ?)",
            call.district.name(), word, block, text);
}

// As its autovacuum does; nobody does it for SQLite.
void analyse(Call& call) {
    if (call.tx.backend() == Backend::postgres) call.tx.run("ANALYZE");
}

}  // namespace banshi::bench
