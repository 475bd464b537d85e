#include "scenario/plans.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace banshi::scenario {

namespace {

constexpr std::array growing{"accounts",
                             "files",
                             "hall_bookings_made",
                             "hall_evaluations",
                             "log_entry",
                             "matter_answers",
                             "matter_deeds",
                             "matter_evaluations",
                             "matter_levels",
                             "matter_tasks",
                             "matter_followers",
                             "matter_originals",
                             "matters",
                             "person_access",
                             "sealed_persons",
                             "sessions",
                             "ticket_events",
                             "ticket_stops",
                             "tickets",
                             "voices",
                             "matter_reporters"};

// What the clock does now and then, a piece at a time; and the list of the staff, who are few.
constexpr std::array allowed{"DELETE FROM", "SELECT id, kind, login"};

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Database open(std::string const& file) {
    sqlite3* database = nullptr;
    sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    return {database, &sqlite3_close};
}

// A column of each row.
std::vector<std::string> column(sqlite3* database, std::string const& sql, int at) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return {fmt::format("{}: {}", sqlite3_errmsg(database), sql)};
    std::vector<std::string> values;
    while (sqlite3_step(statement) == SQLITE_ROW)
        values.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(statement, at)));
    sqlite3_finalize(statement);
    return values;
}

// "SEARCH m USING INDEX matters_in_order (district=?)": all of a district, in some order.
std::string index_walked(std::string const& step) {
    constexpr std::string_view by = "INDEX ", all = " (district=?)";
    auto const from = step.find(by);
    if (from == std::string::npos || !step.ends_with(all)) return "";
    auto const begin = from + by.size();
    return step.substr(begin, step.size() - all.size() - begin);
}

}  // namespace

std::vector<std::string> Plans::walks(std::string const& sqlite_file) const {
    auto const database = open(sqlite_file);
    std::map<std::string, std::string> table_of;
    for (std::string const table : growing)
        for (auto const& index :
             column(database.get(), fmt::format("PRAGMA index_list({})", table), 1))
            table_of[index] = table;

    std::vector<std::string> found;
    for (auto const& sql : seen_) {
        if (std::ranges::any_of(allowed, [&](auto* start) { return sql.starts_with(start); }))
            continue;
        for (auto const& step : column(database.get(), "EXPLAIN QUERY PLAN " + sql, 3)) {
            auto const walked = table_of.find(index_walked(step));
            bool const scanned = std::ranges::any_of(growing, [&](std::string const& table) {
                return step == "SCAN " + table || step.starts_with("SCAN " + table + " ");
            });
            if (walked != table_of.end() || scanned)
                found.push_back(fmt::format("walks through a table: {}\n    {}", step, sql));
        }
    }
    return found;
}

}  // namespace banshi::scenario
